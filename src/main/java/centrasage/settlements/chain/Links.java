package centrasage.settlements.chain;

import centrasage.money.Money;
import centrasage.settlements.file.SettlementKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the batches of one merchant account against each other: numbers that follow each other leave none out (Adyen), and a balance begins
 * with what the one before it ended with (PayPal, Adyen). A provider whose batches have names of their own says nothing about the one before.
 */
final class Links {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Whose numbers follow each other, though a file may have a batch of another name. */
    private static final Set<String> NUMBERED = Set.of("adyen");

    private Links() {}

    /**
     * One batch.
     *
     * @param isProven whether it holds: what one that does not begins and ends with is not known
     * @param opening null where the file does not tell
     */
    record Link(
            SettlementKey key,
            boolean isProven,
            @Nullable Money opening,
            @Nullable Money closing) {}

    /**
     * Something that is missing.
     *
     * @param before the batch after which it is missing
     * @param after the batch before which it is missing
     */
    record Gap(SettlementKey before, SettlementKey after, String what) {}

    /** @param account all batches of one merchant account of one provider, in whatever order */
    static List<Gap> gaps(List<Link> account) {
        List<Gap> gaps = new ArrayList<>(numbers(account));
        account.stream()
                .collect(Collectors.groupingBy(
                        link -> link.key().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(balance -> gaps.addAll(balances(balance)));
        return gaps;
    }

    private static boolean isNumber(Link link) {
        return NUMBER.matcher(link.key().batch()).matches();
    }

    private static boolean isNumbered(List<Link> links) {
        return links.stream().allMatch(Links::isNumber)
                || links.stream().allMatch(link -> NUMBERED.contains(link.key().psp()));
    }

    private static int number(SettlementKey key) {
        return Integer.parseInt(key.batch());
    }

    private static List<Gap> numbers(List<Link> account) {
        boolean isNumbered = isNumbered(account);
        List<SettlementKey> numbered = account.stream()
                .filter(link -> isNumbered && isNumber(link))
                .map(Link::key)
                .sorted(Comparator.comparingInt(Links::number))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < numbered.size(); i++) {
            SettlementKey before = numbered.get(i - 1);
            SettlementKey after = numbered.get(i);
            int missing = number(after) - number(before) - 1;
            if (missing > 0) {
                gaps.add(new Gap(
                        before,
                        after,
                        missing == 1
                                ? "batch " + (number(after) - 1) + " was never received"
                                : missing + " batches between " + before.batch() + " and " + after.batch()
                                        + " were never received"));
            }
        }
        return gaps;
    }

    private static List<Gap> balances(List<Link> balance) {
        boolean isNumbered = isNumbered(balance);
        Comparator<Link> order = isNumbered
                ? Comparator.comparingInt(link -> number(link.key()))
                : Comparator.comparing(link -> link.key().batch());
        List<Link> ordered = balance.stream()
                .filter(link -> !isNumbered || isNumber(link))
                .filter(link -> !link.isProven() || (link.opening() != null && link.closing() != null))
                .sorted(order)
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            Link before = ordered.get(i - 1);
            Link after = ordered.get(i);
            if (before.isProven() && after.isProven()) {
                Optional.ofNullable(after.opening())
                        .filter(opening -> !opening.equals(before.closing()))
                        .ifPresent(opening -> gaps.add(new Gap(
                                before.key(),
                                after.key(),
                                "it begins with " + opening + ", and the one before it, "
                                        + before.key().batch()
                                        + ", ended with " + before.closing()
                                        + ": what lies between them was never received")));
            }
        }
        return gaps;
    }
}
