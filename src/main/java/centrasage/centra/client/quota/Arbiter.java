package centrasage.centra.client.quota;

import centrasage.flow.TargetUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Lets requests to Centra go by their rank, as far as the shop's quota reaches. One for the whole application: a request that is sent too
 * early by one thread prolongs the refusal for all. What other integrations and other nodes use is seen in what Centra says is left.
 */
public final class Arbiter {
    /** Longer ones are not slept through: the caller gives up, and the next run finds the moment nearer or past. */
    static final Duration WAIT_MAX = Duration.ofMinutes(2);

    /** So long do those that go first, and stock that falls, wait for what they would leave to others. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What is told at once or not at all waits so long for the short window to refill. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    /** While one request finds out whether Centra accepts any again. */
    private static final Duration PROBE = Duration.ofMillis(100);

    /** What Centra said longer ago than its short window says little. */
    private static final Duration OLD = Duration.ofSeconds(10);

    /** Of an hour's mutations, kept for stock as far as it has not used them. */
    private static final int STOCK_PERCENT = 30;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int ALL = 100;

    private final Clock clock;
    private final Pause pause;
    private final List<Bucket> buckets = new ArrayList<>();
    private final Map<Rank, Spent> spent = new EnumMap<>(Rank.class);
    private final List<Cost> underWay = new ArrayList<>();
    private Instant refusedUntil = Instant.EPOCH;
    private Instant saidAt = Instant.EPOCH;
    private long refusals;
    private boolean isRefused;
    private boolean isProbed;

    public Arbiter(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** A request that may be sent. It is to be ended by what became of it. */
    public final class Leave implements AutoCloseable {
        private final Cost cost;
        /** Whether all others wait for what becomes of it. */
        private final boolean isProbe;
        /** How many refusals there had been when it was given. */
        private final long after;

        private boolean isOver;

        private Leave(Cost cost, boolean isProbe, long after) {
            this.cost = cost;
            this.isProbe = isProbe;
            this.after = after;
        }

        /** @param limits what Centra says is left, as far as it was asked */
        public void answered(List<RateLimit> limits) {
            synchronized (Arbiter.this) {
                close();
                isRefused =
                        isRefused && after < refusals; // an answer from before a refusal says nothing of what follows
                limits.forEach(Arbiter.this::told);
                if (!limits.isEmpty()) {
                    saidAt = clock.instant();
                }
            }
        }

        /** By the rate limit. @param until when requests are accepted again, and after this long at the earliest */
        public void refused(Instant until, Duration atLeast) {
            synchronized (Arbiter.this) {
                close();
                isRefused = true;
                refusals++;
                saidAt = Instant.EPOCH; // which of the quotas is used up is not said
                refusedUntil = latest(refusedUntil, until, clock.instant().plus(atLeast));
            }
        }

        /** Nobody knows. */
        @Override
        public void close() {
            synchronized (Arbiter.this) {
                if (!isOver) {
                    isOver = true;
                    underWay.remove(cost);
                    isProbed = isProbed && !isProbe;
                }
            }
        }
    }

    private static Instant latest(Instant one, Instant other, Instant third) {
        return List.of(one, other, third).stream()
                .max(Comparator.naturalOrder())
                .orElse(one);
    }

    private void told(RateLimit limit) {
        Instant now = clock.instant();
        long ofOthers =
                underWay.stream().mapToLong(cost -> cost.of(limit.counter())).sum();
        buckets.stream()
                .filter(bucket ->
                        bucket.counter() == limit.counter() && bucket.interval().equals(limit.interval()))
                .findFirst()
                .ifPresentOrElse(
                        bucket -> bucket.told(limit, ofOthers, now), () -> buckets.add(new Bucket(limit, now)));
    }

    /**
     * Waits until the request may be sent.
     *
     * @throws TargetUnavailable where that is not soon, with when it may be
     */
    public Leave await(Rank rank, Cost cost) throws TargetUnavailable {
        Instant begun = clock.instant();
        while (true) {
            Duration wait;
            synchronized (this) {
                wait = untilItMay(rank, cost, begun);
                if (wait.isZero()) {
                    return leave(rank, cost);
                }
            }
            if (Duration.between(begun, clock.instant()).plus(wait).compareTo(WAIT_MAX) > 0) {
                throw usedUp(wait);
            }
            take(wait);
        }
    }

    /** For what is sent at once or, with the reason why not, not at all. */
    public Optional<Leave> now(Rank rank, Cost cost) throws TargetUnavailable {
        Instant begun = clock.instant();
        Instant patientSince = begun.minus(PATIENCE).plus(MOMENT);
        while (true) {
            Duration wait;
            synchronized (this) {
                wait = untilItMay(rank, cost, patientSince);
                if (wait.isZero()) {
                    return Optional.of(leave(rank, cost));
                }
                if (isHeldBack() || !rank.goesFirst()) {
                    return Optional.empty();
                }
            }
            if (Duration.between(begun, clock.instant()).plus(wait).compareTo(MOMENT) > 0) {
                return Optional.empty();
            }
            take(wait);
        }
    }

    /** When Centra accepts requests again; long past where nothing holds us back. */
    public synchronized Instant refusedUntil() {
        return refusedUntil;
    }

    /** Whether what Centra said is left is so old that it should be asked before it is built upon. */
    public synchronized boolean isOld() {
        return saidAt.plus(OLD).isBefore(clock.instant());
    }

    /** How many mutations of this rank may be made now; empty where Centra names no quota of them. */
    public synchronized OptionalLong room(Rank rank) {
        if (buckets.stream().noneMatch(bucket -> bucket.counter() == Counter.MUTATION_COUNT)) {
            return OptionalLong.empty();
        }
        return least(rank, bucket -> bucket.counter() != Counter.QUERY_COMPLEXITY);
    }

    /** The same by the long windows alone: whoever waits in {@link #await} outlasts the short ones. */
    public synchronized OptionalLong lastingRoom(Rank rank) {
        return least(
                rank,
                bucket -> bucket.counter() == Counter.MUTATION_COUNT
                        && bucket.interval().equals(HOUR));
    }

    private OptionalLong least(Rank rank, Predicate<Bucket> which) {
        Instant now = clock.instant();
        return buckets.stream()
                .filter(which)
                .mapToLong(bucket -> room(bucket, rank, now))
                .map(left -> Math.max(0, left))
                .min();
    }

    private long room(Bucket bucket, Rank rank, Instant now) {
        long room = bucket.left(now) - kept(bucket, rank, now);
        return isLongWithout(rank, now) ? Math.max(room, Math.min(1, bucket.left(now))) : room;
    }

    /** However little others leave, some of the stock that falls is told each minute. */
    private boolean isLongWithout(Rank rank, Instant now) {
        Spent ofRank = spent.get(rank);
        return rank == Rank.URGENT_STOCK
                && (ofRank == null || !ofRank.lastAt().plus(PATIENCE).isAfter(now));
    }

    /** How many mutations each rank made in the last hour. */
    public synchronized Map<Rank, Long> mutationsInTheLastHour() {
        Instant now = clock.instant();
        Map<Rank, Long> made = new EnumMap<>(Rank.class);
        for (Rank rank : Rank.values()) {
            Spent ofRank = spent.get(rank);
            made.put(rank, ofRank == null ? 0L : ofRank.inTheLastHour(now));
        }
        return made;
    }

    /** Lets time pass that has nothing to do with the quota. */
    public void take(Duration length) throws TargetUnavailable {
        try {
            pause.take(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable("Waiting for Centra was interrupted because the application is stopping.", e);
        }
    }

    private Leave leave(Rank rank, Cost cost) {
        Instant now = clock.instant();
        for (Bucket bucket : buckets) {
            bucket.spend(cost.of(bucket.counter()), now);
        }
        if (cost.mutations() > 0) {
            spent.computeIfAbsent(rank, none -> new Spent()).add(cost.mutations(), now);
        }
        underWay.add(cost);
        isProbed = isRefused;
        return new Leave(cost, isRefused, refusals);
    }

    /** After a refusal nothing but what goes first changes anything before Centra has said what is left. */
    private boolean isUnsure(Rank rank, Cost cost) {
        return needsMutation(cost) && !rank.goesFirst() && !buckets.isEmpty() && saidAt.equals(Instant.EPOCH);
    }

    private static boolean needsMutation(Cost cost) {
        return cost.mutations() > 0;
    }

    private boolean isHeldBack() {
        return refusedUntil.isAfter(clock.instant()) || isProbed;
    }

    private Duration untilItMay(Rank rank, Cost cost, Instant begun) {
        Instant now = clock.instant();
        if (refusedUntil.isAfter(now)) {
            return Duration.between(now, refusedUntil);
        }
        if (isProbed || isUnsure(rank, cost)) {
            return PROBE;
        }
        Duration wait = Duration.ZERO;
        Duration atLeast = Duration.ZERO;
        for (Bucket bucket : buckets) {
            long needed = cost.of(bucket.counter());
            if (needed > 0) {
                wait = longer(wait, bucket.until(needed + kept(bucket, rank, now), now));
                atLeast = longer(atLeast, bucket.until(needed, now));
            }
        }
        if (needsMutation(cost) && isLongWithout(rank, now)) {
            return atLeast;
        }
        Duration patience = Duration.between(now, begun.plus(PATIENCE));
        boolean isPatient = !rank.goesFirst() || wait.compareTo(patience) <= 0;
        return isPatient ? wait : longer(atLeast, patience.isNegative() ? Duration.ZERO : patience);
    }

    /** What a rank leaves of a bucket: its part for those before it, and an hour's mutations that stock has not used. */
    private long kept(Bucket bucket, Rank rank, Instant now) {
        long part = bucket.quota() * rank.percentLeft(bucket.counter()) / ALL;
        boolean leavesStock =
                bucket.counter() == Counter.MUTATION_COUNT && bucket.interval().equals(HOUR) && !rank.isStock();
        return leavesStock ? Math.max(part, ofStock(bucket, now)) : part;
    }

    private long ofStock(Bucket bucket, Instant now) {
        long used = spent.entrySet().stream()
                .filter(each -> each.getKey().isStock())
                .mapToLong(each -> each.getValue().inTheLastHour(now))
                .sum();
        return Math.max(0, bucket.quota() * STOCK_PERCENT / ALL - used);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private TargetUnavailable usedUp(Duration wait) {
        return new TargetUnavailable("Centra's rate limit is used up: Centra accepts requests again at "
                + clock.instant().plus(wait)
                + ". Nothing needs doing, work goes on by itself then; if it happens often, find out which other"
                + " integration of this shop uses up the quota, or ask Centra for a larger plan.");
    }
}
