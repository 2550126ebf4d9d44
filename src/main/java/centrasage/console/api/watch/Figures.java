package centrasage.console.api.watch;

import centrasage.centra.client.quota.Rank;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.desk.Desk;
import centrasage.flow.PostingState;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sage200.client.signin.SignInWay;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Freshness;
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
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FRESH = Duration.ofSeconds(15);

    private Postings postings;
    private Desk desk;
    private SageSignIn sage;
    private StockBook stock;
    private CentraGraphQl centra;
    private Clock clock;
    private Instant triedAt = Instant.EPOCH;
    private Map<PostingState, Long> byState = Map.of();
    private long exceptions;
    private long signInDaysLeft;
    private Freshness freshness = new Freshness(0, 0, 0);
    private boolean reachable;

    @SuppressWarnings("NullAway.Init")
    Figures() {}

    @Inject
    Figures(Postings postings, Desk desk, SageSignIn sage, StockBook stock, CentraGraphQl centra, Clock clock) {
        this.postings = postings;
        this.desk = desk;
        this.sage = sage;
        this.stock = stock;
        this.centra = centra;
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

    /** From changes of stock in Sage until Centra had them, of those that were told within the last hour. */
    synchronized Freshness freshness() {
        refresh();
        return freshness;
    }

    /** Of this node. */
    long mutationsInTheLastHour(Rank rank) {
        return centra.mutationsInTheLastHour().getOrDefault(rank, 0L);
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
            freshness = stock.freshness(HOUR);
            byState = read;
            reachable = true;
        } catch (RuntimeException e) { // whatever the pool, the driver or JPA throws
            LOG.log(Level.WARNING, "the store does not answer; metrics show the last known figures", e);
            reachable = false;
        }
    }
}
