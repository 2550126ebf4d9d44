package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Partner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Target;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One seeded life of a few postings: workers begin, stall, die at any call and are overtaken by others, while the other
 * side misbehaves; then the trouble ends, and everything must have come out right. One thread, no real time.
 *
 * <p>A worker that stalls is one inside whose call another worker runs from beginning to end. It never stalls between
 * looking at its lease and the first byte of the request: that moment is beyond anybody's control, and kept short.
 */
final class Schedule {
    private static final Duration LEASE = Duration.ofMinutes(5);
    static final Duration SETTLE = Duration.ofMinutes(10);
    private static final int PASSES = 10;
    private static final int ROUNDS_TO_REST = 60;

    private final Random random;
    private final MemoryWorld world = new MemoryWorld(SETTLE);
    private final FakeSage sage;
    private final List<Supplier<String>> log = new ArrayList<>();
    private final List<Planned> plans = new ArrayList<>();
    /** What the source has changed, by the order's number: staged, and not planned yet. */
    private final Map<String, Planned> waiting = new TreeMap<>();

    private int workers;
    private int depth;
    private boolean calm;

    /** @param latest how late a late commit of the other side can be */
    Schedule(long seed, Duration latest) {
        random = new Random(seed);
        sage = new FakeSage(world.clock(), latest, random);
    }

    /** What happened, for whoever reads a failure. */
    String story() {
        return log.stream().map(Supplier::get).collect(Collectors.joining("\n"));
    }

    void run() {
        IntStream.rangeClosed(1, 2 + random.nextInt(4)).forEach(number -> {
            plans.add(Plans.postOf("33/C" + random.nextInt(3), Integer.toString(number)));
            world.record(plans.get(number - 1));
        });
        for (int pass = 0; pass < PASSES; pass++) {
            pass();
            world.clock().advance(Duration.ofSeconds(random.nextInt(900)));
        }
        calm = true;
        sage.calmDown();
        comeToRest();
        everyKeyHasItsOneDocument();
    }

    /** One worker does one turn of one of the jobs, with whatever happens to it. */
    private void pass() {
        workers++;
        String holder = "worker " + workers;
        int job = random.nextInt(10);
        if (job == 9 && !calm) {
            planAnew();
            return;
        }
        Lane lane = lane(holder);
        try {
            if (job < 5) {
                told(holder, lane.post(holder, () -> false));
            } else if (job < 8) {
                told(holder, lane.resolve(holder, () -> false));
            } else {
                told(holder, lane.recheck(Map.of(), () -> false));
            }
        } catch (Crash | StoreDown e) {
            log.add(() -> holder + " " + e.getMessage());
        }
    }

    private void told(String holder, Map<Partner, String> silent) {
        silent.values().forEach(why -> log.add(() -> holder + " could not go on: " + why));
    }

    /** Somebody corrects a mapping, or the order has changed at its source; the plan comes at once, or only later. */
    private void planAnew() {
        int index = random.nextInt(plans.size());
        Planned before = plans.get(index);
        String number = before.key().sourceKey();
        int version = before.document().version() + random.nextInt(2);
        Planned after = random.nextInt(4) == 0
                ? Plans.skip(number, version + 1, Changes.CANCELLED)
                : Plans.replanned(before, version, "content " + random.nextInt());
        waiting.put(number, after);
        world.aNewerVersionWaits(number);
        log.add(() -> number + " waits for a new plan");
        if (random.nextBoolean()) {
            planWhatWaits();
        }
    }

    private void planWhatWaits() {
        waiting.values().removeIf(this::isPlanned);
    }

    private boolean isPlanned(Planned planned) {
        String number = planned.key().sourceKey();
        Recorded recorded = world.record(planned);
        log.add(() -> "planned " + number + " anew -> " + recorded);
        if (recorded == Recorded.LATER) {
            return false;
        }
        if (recorded == Recorded.TAKEN) {
            plans.replaceAll(plan -> plan.key().equals(planned.key()) ? planned : plan);
        }
        world.itIsPlanned(number);
        return true;
    }

    private Lane lane(String holder) {
        Trouble trouble = new Trouble(holder);
        Store store = Calls.around(Store.class, world.store(), trouble::at);
        Target target = Calls.around(Target.class, sage, trouble::at);
        Retries retries = new Retries(List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)), random);
        Patience patience = new Patience(LEASE, SETTLE, Duration.ZERO, retries);
        return new Lane(store, Map.of(PostingKind.ORDER, target), patience, what -> log.add(() -> holder + " " + what));
    }

    /** A call of the store failed although the process lives: nobody knows whether it was committed. */
    private static final class StoreDown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreDown(String where) {
            super("lost the database " + where, null, false, false);
        }
    }

    /** What can happen to one worker around each of its calls. */
    private final class Trouble {
        private final String holder;
        private boolean dead;

        Trouble(String holder) {
            this.holder = holder;
        }

        @Nullable
        Object at(String name, Callable<@Nullable Object> call) throws Exception {
            before(name);
            try {
                Object result = call.call();
                log.add(() -> holder + " " + name + (result == null ? "" : " -> " + result));
                after(name);
                return result;
            } catch (Crash e) {
                dead = true;
                throw e;
            }
        }

        private void before(String name) {
            if (dead) {
                throw new Crash("earlier");
            }
            int dice = dice();
            if (dice < 2) {
                die("before " + name);
            } else if (dice < 3 && isOfStore(name)) {
                throw new StoreDown("before " + name);
            } else if (dice < 10 && !name.equals("send")) {
                stall("before " + name);
            }
        }

        private void after(String name) {
            int dice = dice();
            if (dice < 2) {
                die("after " + name);
            } else if (dice < 3 && isOfStore(name)) {
                throw new StoreDown("after " + name);
            } else if (dice < 10 && !name.equals("now")) {
                stall("after " + name);
            }
        }

        private boolean isOfStore(String name) {
            return !List.of("find", "send", "discard", "kind", "now").contains(name);
        }

        private int dice() {
            return calm ? 100 : random.nextInt(100);
        }

        private void die(String where) {
            dead = true;
            throw new Crash(where);
        }

        private void stall(String where) {
            if (depth == 2) {
                return;
            }
            log.add(() -> holder + " stalls " + where);
            depth++;
            try {
                for (int others = random.nextInt(3); others >= 0; others--) {
                    world.clock().advance(Duration.ofSeconds(random.nextInt(700)));
                    pass();
                }
            } finally {
                depth--;
            }
            log.add(() -> holder + " goes on");
        }
    }

    private void comeToRest() {
        for (int round = 0; round < ROUNDS_TO_REST; round++) {
            // Second documents are looked for during a day, ever more rarely.
            world.clock().advance(world.queued() == 0 ? Duration.ofDays(2) : SETTLE);
            planWhatWaits();
            String holder = "last " + round;
            Lane lane = lane(holder);
            lane.post(holder, () -> false);
            lane.resolve(holder, () -> false);
            lane.recheck(Map.of(), () -> false);
            if (isAtRest() && nobodyIsAsked()) {
                return;
            }
        }
    }

    private boolean isAtRest() {
        return world.queued() == 0 && world.rechecksToCome() == 0 && waiting.isEmpty();
    }

    /** A person who is told that Sage never answered, or that nothing can be told, looks and plans it again. */
    private boolean nobodyIsAsked() {
        List<Planned> asked = plans.stream()
                .filter(plan -> world.posting(plan.key()).orElseThrow().state() == PostingState.REFUSED)
                .toList();
        asked.forEach(world::record);
        return asked.isEmpty();
    }

    private void everyKeyHasItsOneDocument() {
        assertThat(world.queued()).as("unfinished work").isZero();
        assertThat(world.rechecksToCome()).as("rechecks to come").isZero();
        assertThat(world.findings())
                .as("findings")
                .allMatch(finding -> finding.kind() == PostingFinding.Kind.CHANGED_AFTER_POSTING);
        assertThat(waiting).as("waiting for a plan").isEmpty();
        for (Planned plan : plans) {
            Posting posting = world.posting(plan.key()).orElseThrow();
            if (plan.plan() instanceof Plan.Skip) {
                assertThat(posting.state()).as("state of " + plan.key()).isEqualTo(PostingState.SKIPPED);
                assertThat(sage.rows())
                        .as("documents of " + plan.key() + ", which was cancelled in time")
                        .noneMatch(row -> row.key().equals(plan.key()) && !row.draft());
                continue;
            }
            assertThat(posting.state()).as("state of " + plan.key()).isEqualTo(PostingState.POSTED);
            assertThat(sage.rows().stream().filter(row -> row.key().equals(plan.key())))
                    .as("documents of " + plan.key())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.draft()).as("draft").isFalse();
                        assertThat(row.document().id()).as("linked").isEqualTo(posting.targetId());
                        assertThat(row.fingerprint())
                                .as("content")
                                .isEqualTo(world.store()
                                        .posting(plan.key())
                                        .orElseThrow()
                                        .fingerprint());
                    });
        }
    }
}
