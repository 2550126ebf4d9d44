package centrasage.orders.backfill;

import centrasage.flow.Plan;
import centrasage.money.Money;
import centrasage.orders.plan.PlannedOrder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a backfill would do: how many orders would be posted, for how much, and why the others would not. */
final class BackfillTally {
    /** The width of the store's column. */
    private static final int WORD_LENGTH_MAX = 40;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Money> totals = new TreeMap<>();
    private long posts;
    private long read;

    void addRead() {
        read++;
    }

    void add(PlannedOrder order) {
        String outcome = order.planned()
                .plan()
                .match(
                        post -> "would be posted",
                        skip -> "would be skipped: " + skip.reason().code(),
                        hold -> "would be held");
        count(outcome);
        if (order.planned().plan() instanceof Plan.Post) {
            Money amount = order.planned().amount();
            posts++;
            totals.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
        }
        if (order.planned().plan() instanceof Plan.Hold hold) {
            hold.reasons().stream()
                    .map(reason -> "held: " + reason.code())
                    .distinct()
                    .forEach(this::count);
        }
    }

    /** An order that is posted, under way or given up stays as it is. */
    void addKnown() {
        count("would stay as it is");
    }

    private void count(String word) {
        counts.merge(word.substring(0, Math.min(word.length(), WORD_LENGTH_MAX)), 1L, Long::sum);
    }

    /** What was counted since the last call. */
    Map<String, Long> take() {
        Map<String, Long> taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }

    /** How many of the numbers that were asked for Centra does not have; of days nobody knows what should be there. */
    Map<String, Long> missing(BackfillRange range) {
        long missing = range instanceof BackfillRange.Numbers numbers ? numbers.count() - read : 0;
        return missing > 0 ? Map.of("not in Centra", missing) : Map.of();
    }

    /**
     * For the run's exit status; empty where its counts say it all.
     *
     * @param postsNothing that the whole application is a preview, whatever is asked of this run
     */
    Optional<String> words(BackfillWish wish, boolean postsNothing) {
        String status = wish.previews() ? "PREVIEW: " : "COMPLETED: ";
        if (read == 0) {
            return Optional.of(status + "Centra has no order " + wish.range().words() + "; nothing was done");
        }
        if (wish.previews()) {
            return Optional.of(status + preview());
        }
        return postsNothing
                ? Optional.of(status + "what can be posted is planned, and nothing is posted to Sage 200, because"
                        + " posting.mode = preview; see \"Going live\" in docs/configuration.md")
                : Optional.empty();
    }

    private String preview() {
        String money = totals.values().stream().map(Money::toString).collect(Collectors.joining(", "));
        return posts + (posts == 1 ? " order" : " orders") + " would be posted"
                + (money.isEmpty() ? "" : ", for " + money) + "; nothing was written";
    }
}
