package centrasage.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Draws each request's fault from its identity, keeps the locks that were drawn, and counts everything it did. */
public final class Faults {
    private final Map<FaultKind, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final Map<String, Long> lockedUntilNanos = new ConcurrentHashMap<>();
    private final OrderedFaults ordered = new OrderedFaults();
    private final Kills kills = new Kills();
    private final AtomicLong lockedAnswers = new AtomicLong();
    private final AtomicLong lateCommitsPending = new AtomicLong();
    private volatile FaultSettings settings = FaultSettings.none();

    public FaultSettings settings() {
        return settings;
    }

    /** Replaces the fields that {@code patch} names, as {@code PUT /control/faults} does. */
    public synchronized void configure(ObjectNode patch) {
        settings = settings.with(patch);
    }

    /** Orders a fault for the next {@code times} requests whose identity contains {@code identityPart}. */
    public void order(FaultKind kind, String identityPart, int times) {
        order(new OrderedFaults.Wanted(kind, identityPart, ""), times);
    }

    void order(OrderedFaults.Wanted wanted, int times) {
        ordered.add(wanted, times);
    }

    /** Takes back what was ordered; what struck stays counted. */
    void cancelOrders() {
        ordered.clear();
    }

    Kills kills() {
        return kills;
    }

    public long count(FaultKind kind) {
        return counter(kind).get();
    }

    /** Forgets attempts, locks, orders and counts; the settings stay. */
    public void reset() {
        counts.clear();
        attempts.clear();
        lockedUntilNanos.clear();
        ordered.clear();
        kills.reset();
        lockedAnswers.set(0);
    }

    Fault draw(Route.Traffic traffic, String identity, Request request) {
        if (traffic == Route.Traffic.SHELTERED) {
            return Fault.NONE;
        }
        // A request that meets a lock still held is no new attempt: otherwise the fate of the retry after
        // the lock would depend on how often the caller knocked meanwhile.
        if (traffic == Route.Traffic.WRITE && isLocked(identity)) {
            lockedAnswers.incrementAndGet();
            return new Fault(FaultKind.LOCK, 0, 0);
        }
        int attempt =
                attempts.computeIfAbsent(identity, key -> new AtomicInteger()).incrementAndGet();
        FaultDice dice = new FaultDice(settings.number("seed"), identity, attempt);
        FaultKind kind = ordered.strike(identity, request);
        return strike(identity, kind == null ? drawKind(traffic, dice) : kind, latency(traffic, dice), dice);
    }

    private Fault strike(String identity, @Nullable FaultKind kind, long latencyMillis, FaultDice dice) {
        if (latencyMillis > 0) {
            counted(FaultKind.LATENCY);
        }
        if (kind == null) {
            return new Fault(null, latencyMillis, 0);
        }
        counted(kind);
        long lockSeconds = settings.number("lockSeconds");
        if (kind == FaultKind.LOCK && lockSeconds > 0) {
            lockedUntilNanos.put(identity, System.nanoTime() + lockSeconds * 1_000_000_000L);
        }
        long delay =
                dice.between("delay", settings.number("lateCommitMillisMin"), settings.number("lateCommitMillisMax"));
        return new Fault(kind, latencyMillis, delay);
    }

    private @Nullable FaultKind drawKind(Route.Traffic traffic, FaultDice dice) {
        int thrown = dice.permille("kind");
        int upTo = 0;
        for (FaultKind kind : FaultKind.values()) {
            upTo += kind == FaultKind.LATENCY ? 0 : settings.rate(traffic, kind);
            if (thrown < upTo) {
                return kind;
            }
        }
        return null;
    }

    private long latency(Route.Traffic traffic, FaultDice dice) {
        boolean strikes = dice.permille("latency") < settings.rate(traffic, FaultKind.LATENCY);
        return strikes
                ? dice.between(
                        "latency-millis", settings.number("latencyMillisMin"), settings.number("latencyMillisMax"))
                : 0;
    }

    private boolean isLocked(String identity) {
        Long until = lockedUntilNanos.get(identity);
        if (until == null) {
            return false;
        }
        boolean held = until - System.nanoTime() > 0;
        if (!held) {
            lockedUntilNanos.remove(identity);
        }
        return held;
    }

    private void counted(FaultKind kind) {
        counter(kind).incrementAndGet();
    }

    private AtomicLong counter(FaultKind kind) {
        return counts.computeIfAbsent(kind, key -> new AtomicLong());
    }

    void lateCommitPending(int change) {
        lateCommitsPending.addAndGet(change);
    }

    ObjectNode toJson() {
        ObjectNode numbers = Json.object();
        for (FaultKind kind : FaultKind.values()) {
            numbers.put(kind.wireName(), count(kind));
        }
        ObjectNode json = Json.object();
        json.set("settings", settings.toJson());
        json.set("counts", numbers);
        json.set("ordered", ordered.toJson());
        json.set("kills", kills.toJson());
        json.put("lockedAnswers", lockedAnswers.get());
        json.put("lateCommitsPending", lateCommitsPending.get());
        return json;
    }
}
