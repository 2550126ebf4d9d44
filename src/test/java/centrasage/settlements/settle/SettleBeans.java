package centrasage.settlements.settle;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.settlements.SettlementSettings;
import centrasage.settlements.SettlementWorld;
import jakarta.batch.runtime.context.JobContext;

/** The step that matches and plans, for tests of other packages too. */
public final class SettleBeans {
    private SettleBeans() {}

    /** Matches and plans all that is proven, as a run does it. */
    public static void settle(SettlementWorld world) {
        try {
            assertThat(step(world).process()).isEqualTo("COMPLETED");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static SettleBatches step(SettlementWorld world) {
        SettlementSettings settings = world.settings();
        JobContext context = world.run();
        SettleReport report = world.store
                .transactions()
                .bean(SettleReport.class, world.lines, world.store.postings(), world.findings, world.over);
        return new SettleBatches(
                world.batches,
                world.store
                        .transactions()
                        .bean(CompanyOfBatch.class, settings, report, world.withdrawing(), world.batches),
                matching(world),
                world.tallies,
                world.entries,
                world.ratesOfBatch(),
                world.planning(),
                report,
                world.store.transactions().bean(FeeReport.class, world.lines, world.findings, world.over),
                world.pinned(),
                settings,
                world.clock(),
                world.store.runCounts(),
                context);
    }

    /** What a person says of lines and entries. */
    public static PersonsWord word(SettlementWorld world) {
        return world.store
                .transactions()
                .bean(
                        PersonsWord.class,
                        world.batches,
                        world.lines,
                        world.tallies,
                        world.entries,
                        world.store.postings(),
                        world.settings(),
                        world.store.audit());
    }

    static MatchBatch matching(SettlementWorld world) {
        return world.store
                .transactions()
                .bean(MatchBatch.class, world.batches, world.lines, world.entries, world.settings());
    }
}
