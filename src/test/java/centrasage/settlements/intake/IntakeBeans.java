package centrasage.settlements.intake;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.settlements.SettlementSettings;
import centrasage.settlements.SettlementWorld;
import centrasage.sync.posting.Heard;
import jakarta.batch.runtime.context.JobContext;

/** The step that takes files, for tests of other packages too. */
public final class IntakeBeans {
    private IntakeBeans() {}

    /** Takes all that lies in the inbox, as a run does it. */
    public static void take(SettlementWorld world) throws Exception {
        assertThat(step(world).process()).isEqualTo("COMPLETED");
    }

    static TakeFiles step(SettlementWorld world) {
        SettlementSettings settings = world.settings();
        JobContext context = world.run();
        return new TakeFiles(
                settings,
                new KnownReaders(settings, world.fileReport()),
                takeFile(world),
                world.opening(),
                world.files,
                world.batches,
                world.clock(),
                world.store.runCounts(),
                context);
    }

    static TakeFile takeFile(SettlementWorld world) {
        return world.store
                .transactions()
                .bean(
                        TakeFile.class,
                        world.files,
                        world.batches,
                        world.lines,
                        world.store
                                .transactions()
                                .bean(
                                        TakeBatch.class,
                                        world.files,
                                        world.batches,
                                        world.lines,
                                        world.entries,
                                        world.withdrawing(),
                                        world.findings,
                                        world.over),
                        world.store.time(),
                        world.store.audit(),
                        world.findings,
                        world.over,
                        new Heard<>());
    }
}
