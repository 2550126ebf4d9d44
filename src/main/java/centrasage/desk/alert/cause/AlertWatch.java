package centrasage.desk.alert.cause;

import centrasage.desk.Changes;
import centrasage.flow.Chore;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks every few seconds, on one node, which exceptions have changed. A look and no event in the transaction that opens one: what tells
 * people must never hold up, or undo, what posts.
 */
@ApplicationScoped
public class AlertWatch implements Chore {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(1);
    /** A change has its time from before its transaction commits: it may be seen so much later. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    static final int PAGE = 500;
    /** In one look; the rest in the next. */
    private static final int PAGES_MAX = 40;

    private static final int CAUSES_MAX = 1000;

    private Changes changes;
    private CauseBook causes;
    private AlertBook book;
    private Store store;
    private Node node;
    private Clock clock;
    private @Nullable Instant knownTo;

    @SuppressWarnings("NullAway.Init")
    AlertWatch() {}

    @Inject
    public AlertWatch(Changes changes, CauseBook causes, AlertBook book, Store store, Node node, Clock clock) {
        this.changes = changes;
        this.causes = causes;
        this.book = book;
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alerts by cause";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void perform(BooleanSupplier stopped) {
        if (store.lease("alert-watch", node.holder("alert-watch"), LEASE)) {
            count();
            causes.due(CAUSES_MAX).forEach(cause -> book.tell(cause, clock.instant()));
        } else {
            knownTo = null; // another node goes on, and this one with what that has written down
        }
    }

    private void count() {
        if (knownTo == null) {
            knownTo = causes.knownTo().orElse(Instant.EPOCH);
        }
        Instant from = knownTo.equals(Instant.EPOCH) ? knownTo : knownTo.minus(OVERLAP);
        long after = 0;
        for (int page = 0; page < PAGES_MAX; page++) {
            List<Changes.Seen> seen = changes.since(from, after, PAGE);
            if (seen.isEmpty()) {
                return;
            }
            causes.take(seen, clock.instant());
            Changes.Seen last = seen.get(seen.size() - 1);
            from = last.changedAt();
            after = last.id();
            knownTo = from.isAfter(knownTo) ? from : knownTo;
            if (seen.size() < PAGE) {
                return;
            }
        }
    }
}
