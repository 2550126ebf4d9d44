package centrasage.console.api.watch;

import centrasage.desk.Desk;
import centrasage.flow.PostingState;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sage200.client.signin.SignInWay;
import centrasage.sync.store.Documents;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the gauges show; read from the store at most every quarter of a minute, however many gauges ask. */
@ApplicationScoped
public class Figures {
    private static final Logger LOG = Logger.getLogger(Figures.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(15);

    private Postings postings;
    private Desk desk;
    private SageSignIn sage;
    private Clock clock;
    private Instant triedAt = Instant.EPOCH;
    private Map<PostingState, Long> byState = Map.of();
    private long exceptions;
    private long signInDaysLeft;
    private boolean reachable;

    @SuppressWarnings("NullAway.Init")
    Figures() {}

    @Inject
    Figures(Postings postings, Desk desk, SageSignIn sage, Clock clock) {
        this.postings = postings;
        this.desk = desk;
        this.sage = sage;
        this.clock = clock;
    }

    synchronized long postings(PostingState state) {
        refresh();
        return byState.getOrDefault(state, 0L);
    }

    synchronized long openExceptions() {
        refresh();
        return exceptions;
    }

    /** Whether a person has to connect to Sage 200 now and then. */
    boolean needsSignIn() {
        return sage.way() == SignInWay.OAUTH2;
    }

    synchronized long signInDaysLeft() {
        refresh();
        return signInDaysLeft;
    }

    /** 0 while the store does not answer: then the other figures are the last that were known. */
    synchronized int storeReachable() {
        refresh();
        return reachable ? 1 : 0;
    }

    private void refresh() {
        Instant now = clock.instant();
        if (triedAt.plus(FRESH).isAfter(now)) {
            return;
        }
        triedAt = now;
        try {
            Map<PostingState, Long> read = new EnumMap<>(PostingState.class);
            Arrays.stream(Documents.values())
                    .flatMap(each -> postings.counts(each).stream())
                    .forEach(count -> read.merge(count.state(), count.postings(), Long::sum));
            exceptions = desk.open();
            signInDaysLeft = sage.standing().daysLeft().orElse(0L);
            byState = read;
            reachable = true;
        } catch (RuntimeException e) { // whatever the pool, the driver or JPA throws
            LOG.log(Level.WARNING, "the store does not answer; metrics show the last known figures", e);
            reachable = false;
        }
    }
}
