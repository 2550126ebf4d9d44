package centrasage.jobs.ages;

import centrasage.flow.Owner;
import centrasage.flow.Partner;
import centrasage.flow.Reason;
import centrasage.flow.Side;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.jobs.lanes.Reach;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import centrasage.sync.staging.Backlog;
import centrasage.sync.staging.Backlogs;
import centrasage.sync.store.QueueAges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks every minute, on one node, for what lasts for too long. While a company of Sage's cannot be worked with, what is stuck there
 * is stuck for that one reason, and the outage is told instead; for a few minutes after it, and after a start, the work catches up.
 */
@ApplicationScoped
public class AgeWatch {
    public static final Duration INTERVAL = Duration.ofMinutes(1);

    static final Duration CATCH_UP = Duration.ofMinutes(4);
    private static final Duration LEASE = INTERVAL.multipliedBy(3);

    /** Until when what is stuck on its way to a partner is not told. */
    private final Map<Partner, Instant> catchingUp = new HashMap<>();

    private Store store;
    private Node node;
    private Reach reach;
    private Backlogs backlogs;
    private AgeLimits limits;
    private AgeReport report;
    private @Nullable Backlog lastBacklog;
    private Instant backlogSince = Instant.EPOCH;
    private boolean begun;

    @SuppressWarnings("NullAway.Init")
    AgeWatch() {}

    @Inject
    public AgeWatch(Store store, Node node, Reach reach, Backlogs backlogs, AgeLimits limits, AgeReport report) {
        this.store = store;
        this.node = node;
        this.reach = reach;
        this.backlogs = backlogs;
        this.limits = limits;
        this.report = report;
    }

    /** Called by the clock; does nothing where another node looks. */
    public void look() {
        if (store.lease("age-watch", node.holder("age-watch"), LEASE)) {
            Instant now = store.now();
            outages(now);
            backlog(now);
            postings(now, quiet(now));
        }
    }

    private void outages(Instant now) {
        for (Side side : Side.values()) {
            Optional<Reach.Outage> outage = reach.outage(side)
                    .filter(found -> !found.since().plus(limits.outage()).isAfter(now));
            boolean isOver = reach.outage(side).isEmpty() && reach.hasAnswered(side);
            if (outage.isPresent() || isOver) {
                String subject = side.name().toLowerCase(Locale.ROOT).replace('_', '-');
                report.system(Kind.OUTAGE, subject, !isOver, () -> outage(outage.orElseThrow()));
            }
        }
    }

    private Reason outage(Reach.Outage outage) {
        String side = outage.side().title();
        return new Reason(
                "OUTAGE",
                Owner.OPERATIONS,
                side + " cannot be worked with since " + report.words().moment(outage.since()),
                "What the last attempt said stands on Today. See that " + side
                        + " is up, can be reached from this server and takes our sign-in; what waits goes out by itself then");
    }

    /** Planned in the order of its ids: where the first stays the first, planning does not go on. */
    private void backlog(Instant now) {
        Optional<Backlog> current = backlogs.now();
        Backlog before = lastBacklog;
        boolean isSame = current.isPresent()
                && before != null
                && before.oldestId() == current.get().oldestId();
        if (!isSame) {
            lastBacklog = current.orElse(null);
            backlogSince = now;
        }
        boolean isStuck = isSame && !backlogSince.plus(limits.unplanned()).isAfter(now);
        boolean hasMoved = !isSame && (before != null || current.isEmpty()); // the first look knows of no movement
        if (isStuck || hasMoved) {
            report.system(Kind.NOT_PLANNED, "documents", isStuck, () -> unplanned(current.orElseThrow()));
        }
    }

    private Reason unplanned(Backlog backlog) {
        return new Reason(
                "NOT_PLANNED",
                Owner.OPERATIONS,
                "What was received waits for its plan since " + report.words().moment(backlogSince) + ", document "
                        + backlog.oldest() + " first",
                "See on Today how the last run of the orders ended, and what it says. It may be the first document alone that stops"
                        + " it: the log names it then");
    }

    private void postings(Instant now, Set<Partner> quiet) {
        if (!quiet.contains(Partner.all(Side.SAGE_200))) {
            limits.limits()
                    .forEach((state, limit) -> report.postings(new QueueAges.Question(state, now.minus(limit), quiet)));
        }
    }

    /** The partners that cannot be worked with, or could not until just now. */
    private Set<Partner> quiet(Instant now) {
        Set<Partner> silent = new HashSet<>(reach.silent());
        if (!begun) {
            begun = true;
            silent.add(Partner.all(Side.SAGE_200));
            silent.add(Partner.all(Side.CENTRA));
        }
        silent.forEach(partner -> catchingUp.put(partner, now.plus(CATCH_UP)));
        catchingUp.values().removeIf(until -> !until.isAfter(now));
        return Set.copyOf(catchingUp.keySet());
    }
}
