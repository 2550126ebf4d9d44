package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.version.Edition;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.orders.intake.Intake;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedOrdersTest {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);

    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));

    private StagedOrders reader() {
        return reader(begun("docs/example-mappings"));
    }

    private StagedOrders reader(MappingSeed seed) {
        return reader(seed, 7);
    }

    /** A run of the start 7 of its job, or of another one. */
    private StagedOrders reader(MappingSeed seed, long run) {
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        RunMappings pins = world.transactions().bean(RunMappings.class, world.entities(), basis);
        return new StagedOrders(
                world.staging(), basis, new PinnedMappings(versions, pins), seed, world.runCounts(), context(run));
    }

    /** Its first run has the number of the start, its restarts ten times as much. */
    private static JobContext context(long run) {
        long instance = run > 10 ? run / 10 : run;
        return (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getExecutionId" -> run;
                    case "getInstanceId" -> instance;
                    default -> null;
                });
    }

    private MappingSeed begun(String folder) {
        MappingSeed seed = new MappingSeed(versions, texts, folder);
        try {
            seed.begin();
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
        return seed;
    }

    private void stage(String number) {
        world.staging()
                .stage(
                        Intake.KIND,
                        List.of(new Received(number, "C" + number, Instant.EPOCH, "{}")),
                        world.staging().readingBegins());
    }

    private static @Nullable String key(@Nullable Object item) {
        return item instanceof Staged staged ? staged.sourceKey() : null;
    }

    @Test
    void a_run_that_goes_on_after_its_process_died_meets_what_was_put_back_behind_it() throws Exception {
        stage("1");
        stage("2");
        StagedOrders first = reader();
        first.open(null);
        assertThat(key(first.readItem())).isEqualTo("1");
        Staged second = (Staged) first.readItem();
        assertThat(key(second)).isEqualTo("2");

        StagedOrders again = reader();
        again.open(second == null ? null : second.id());
        assertThat(key(again.readItem())).isEqualTo("1");
        assertThat(key(again.readItem())).isEqualTo("2");
        assertThat(again.readItem()).as("an item comes once a run").isNull();
        assertThat(world.runCounts().of(7)).containsKey("mappings version");
    }

    private static MappingFiles shipping() {
        MappingFiles changed = new MappingFiles();
        changed.add("shipping.csv", "company,shipping_option,charge\n33,Pickup,CARRIAGE\n");
        return changed;
    }

    private void newVersion() throws Exception {
        Edition edition = versions.sent(versions.currentNumber(), shipping());
        assertThat(versions.keep(edition, "finance", "a test")).isPresent();
    }

    private long plannedBy(long run) {
        return world.runCounts().of(run).getOrDefault("mappings version", 0L);
    }

    @Test
    void a_run_that_goes_on_plans_by_the_version_that_it_began_with() throws Exception {
        MappingSeed seed = begun("docs/example-mappings");
        reader(seed, 7).open(null);
        newVersion();
        reader(seed, 70).open(null);
        assertThat(plannedBy(7)).isEqualTo(1);
        assertThat(plannedBy(70)).as("its restart").isEqualTo(1);
        reader(seed, 8).open(null);
        assertThat(plannedBy(8)).as("a new run").isEqualTo(2);
        reader(seed, 71).open(null);
        assertThat(plannedBy(71))
                .as("a restart after others planned by another version")
                .isEqualTo(2);
    }

    @Test
    void a_version_that_cannot_be_used_any_more_gives_way_to_the_one_in_force() throws Exception {
        MappingSeed seed = begun("docs/example-mappings");
        reader(seed, 7).open(null);
        newVersion();
        world.database()
                .execute("UPDATE mapping_text SET content = 'nonsense' WHERE hash = (SELECT text_hash FROM mapping_file"
                        + " WHERE version = 1 AND file_name = 'shipping.csv')");
        reader(seed, 70).open(null);
        assertThat(plannedBy(70)).isEqualTo(2);
    }

    @Test
    void a_run_looks_at_the_folder_so_that_a_change_is_told_soon(@TempDir Path folder) throws Exception {
        for (String file : List.of("companies", "accounts", "vat", "warehouses")) {
            Files.copy(Path.of("docs/example-mappings", file + ".csv"), folder.resolve(file + ".csv"));
        }
        MappingSeed seed = begun(folder.toString());
        Files.writeString(folder.resolve("shipping.csv"), "company,shipping_option,charge\n33,Pickup,CARRIAGE\n");
        assertThat(seed.notice()).isEmpty();
        reader(seed).open(null);
        assertThat(seed.notice().orElseThrow()).contains("NOT in force");
    }
}
