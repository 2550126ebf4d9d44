package centrasage.desk.feed;

import centrasage.flow.Chore;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.event.DocumentStaged;
import centrasage.flow.event.FeedHeard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Counts what comes, in memory, and writes it down every few seconds in a transaction of its own: nobody who collects waits for a count, or
 * fails by it. What a process had not written when it died is not counted, which a rhythm does not notice.
 */
@ApplicationScoped
public class FeedTally implements Chore {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Map<String, String> FEEDS =
            Map.of("shipment", "shipments", "despatch", "despatches", "payments", "payments", "returns", "returns");

    private final Map<String, Integer> counts = new HashMap<>();
    private FeedBook book;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    FeedTally() {}

    @Inject
    FeedTally(FeedBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    void staged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DocumentStaged news) {
        feed(news.document()).ifPresent(feed -> add(feed, 1));
    }

    /** An order counts when it is new: that one changes says nothing of whether new ones come. */
    private static Optional<String> feed(DocumentVersion document) {
        if (document.kind().equals(OrderName.DOCUMENT)) {
            return document.version() <= 1 ? Optional.of(Feeds.ORDERS) : Optional.empty();
        }
        return Optional.ofNullable(FEEDS.get(document.kind()));
    }

    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) FeedHeard news) {
        add(news.feed(), news.many());
    }

    private synchronized void add(String feed, int many) {
        counts.merge(feed, many, Integer::sum);
    }

    @Override
    public String name() {
        return "counts of the feeds";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    /** What could not be written is kept for the next time. */
    @Override
    public void perform(BooleanSupplier stopped) {
        Map<String, Integer> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        boolean done = false;
        try {
            book.add(taken, clock.instant());
            done = true;
        } finally {
            if (!done) {
                taken.forEach(this::add);
            }
        }
    }

    private synchronized Map<String, Integer> take() {
        Map<String, Integer> taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }
}
