package centrasage.reconcile.open;

import centrasage.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people did in Sage 200 to the entries of one order.
 *
 * @param object the order with all that follows from it, such as {@code 33/C10234}
 * @param differences at least one
 * @param with the other order whose entries took up what these gave, as in an exchange; null where there is none
 */
record Judged(
        String object,
        List<Difference> differences,
        @Nullable String with) {
    Judged {
        differences = List.copyOf(differences);
    }

    private Judged(String object, List<Difference> differences) {
        this(object, differences, null);
    }

    /** All that were settled in one company, order by order: those of two orders that took up the same belong together. */
    static List<Judged> of(List<Difference> differences) {
        List<Judged> judged = new ArrayList<>();
        Map<String, Judged> waiting = new TreeMap<>();
        differences.stream()
                .collect(Collectors.groupingBy(
                        difference -> difference.item().object() + " "
                                + difference.there().currency(),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .forEach(its -> {
                    Judged one = new Judged(its.get(0).item().object(), its);
                    Judged other = one.isUndone() || one.isEven() ? null : waiting.remove(one.sum(true));
                    if (other != null) {
                        judged.add(one.with(other));
                        judged.add(other.with(one));
                    } else if (one.isUndone() || one.isEven() || waiting.putIfAbsent(one.sum(false), one) != null) {
                        judged.add(one);
                    }
                });
        judged.addAll(waiting.values());
        return judged;
    }

    private Judged with(Judged other) {
        return new Judged(object, differences, other.object);
    }

    /** Whether a person has only set off what belongs together: it comes into agreement, and nobody needs to hear of it. */
    boolean isAgreement() {
        return !isUndone() && (isEven() || with != null);
    }

    boolean isUndone() {
        return differences.stream().anyMatch(Difference::isUndone);
    }

    private boolean isEven() {
        return sum().isZero();
    }

    private Money sum() {
        return differences.stream()
                .map(Difference::signed)
                .reduce(Money.zero(differences.get(0).there().currency()), Money::plus);
    }

    /** What it left over on its account, or what another is to take up there. */
    private String sum(boolean taken) {
        Money sum = sum();
        return differences.get(0).account() + " "
                + (taken ? Money.zero(sum.currency()).minus(sum) : sum);
    }

    /** What is to be explained: no less than its largest part. */
    Money atRisk() {
        Money sum = sum().abs();
        return differences.stream()
                .map(difference -> difference.settled().abs())
                .reduce(sum, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
