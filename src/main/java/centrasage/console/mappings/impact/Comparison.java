package centrasage.console.mappings.impact;

import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what differs between the plans by two versions of the mappings. Asks nobody: the same plans give the same impact. */
final class Comparison {
    /** More than a person looks through; all of them are counted. */
    static final int DOCUMENTS_MAX = 200;

    /** Of one document. */
    private static final int FIELDS_MAX = 30;

    private final List<Impact.Document> documents = new ArrayList<>();
    private final Sums sums = new Sums();
    private final Map<String, Money> postable = new TreeMap<>();
    private final Map<String, Money> held = new TreeMap<>();
    private int wouldPost;
    private int wouldHold;
    private int changed;
    private int reasons;
    private int inSage;

    /**
     * A document that was planned twice.
     *
     * @param kind in words
     * @param fixed whether Sage has it, or may have it, or a person has given it up: nothing is changed of it
     * @param targetNumber Sage's; null where Sage does not have it
     */
    record Twice(
            String kind,
            String number,
            String order,
            boolean fixed,
            @Nullable String targetNumber,
            Money shown,
            Plan before,
            Plan after) {}

    void add(Twice each) {
        sums.add(each.before(), each.after(), each.fixed());
        List<Impact.Field> fields = Parts.differences(each.before(), each.after());
        if (fields.isEmpty()) {
            return;
        }
        Impact.Effect effect = effect(each);
        Money amount = amount(each);
        switch (effect) {
            case WOULD_POST -> {
                wouldPost++;
                postable.merge(currency(amount), amount, Money::plus);
            }
            case WOULD_HOLD -> {
                wouldHold++;
                held.merge(currency(amount), amount, Money::plus);
            }
            case CHANGED -> changed++;
            case REASONS -> reasons++;
            case IN_SAGE -> inSage++;
        }
        if (documents.size() < DOCUMENTS_MAX) {
            documents.add(new Impact.Document(
                    effect,
                    each.kind(),
                    each.number(),
                    each.order(),
                    each.targetNumber(),
                    amount,
                    fields.stream().limit(FIELDS_MAX).toList()));
        }
    }

    private static Impact.Effect effect(Twice each) {
        if (each.fixed()) {
            return Impact.Effect.IN_SAGE;
        }
        boolean wasHeld = Parts.isHeld(each.before());
        boolean isHeld = Parts.isHeld(each.after());
        if (wasHeld && isHeld) {
            return Impact.Effect.REASONS;
        }
        if (isHeld) {
            return Impact.Effect.WOULD_HOLD;
        }
        return wasHeld ? Impact.Effect.WOULD_POST : Impact.Effect.CHANGED;
    }

    private static Money amount(Twice each) {
        Command after = Parts.command(each.after());
        return after == null ? each.shown() : after.amount();
    }

    private static String currency(Money money) {
        return money.currency().getCurrencyCode();
    }

    Impact impact(Scope scope, Looked looked, Instant at) {
        return new Impact(
                scope.base(),
                scope.days(),
                at,
                looked.sageReadAt(),
                looked.more(),
                new Impact.Counts(looked.orders(), looked.payments(), wouldPost, wouldHold, changed, reasons, inSage),
                List.copyOf(postable.values()),
                List.copyOf(held.values()),
                documents,
                sums.differing(),
                looked.notes());
    }

    /** What was to be compared. */
    record Scope(int base, int days) {}

    /** How far it came. */
    record Looked(
            int orders,
            int payments,
            boolean more,
            @Nullable Instant sageReadAt,
            List<String> notes) {}
}
