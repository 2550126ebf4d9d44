package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.event.SystemMended;
import centrasage.mapping.SeedFolder;
import centrasage.mapping.version.Edition;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.StockRule;
import centrasage.simulator.http.FaultKind;
import centrasage.stock.level.StockBook.Search;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.posting.Heard;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.Node;
import centrasage.sync.store.Lease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may tell a warehouse, and what becomes of that when they die. */
class PublishStockTest {
    private static final String LEASE = "stock/33/Main";

    private final StockWorld world = StockWorld.start();
    private final Node node = new Node("127.0.0.1", 8080);
    private final Heard<SystemMended> mended = new Heard<>();

    @AfterEach
    void close() {
        world.close();
    }

    private String ran() throws Exception {
        return ran("docs/example-mappings");
    }

    private String ran(String mappings) throws Exception {
        StoredMappingTexts texts = world.store
                .transactions()
                .bean(StoredMappingTexts.class, world.store.entities(), world.store.time(), world.store.audit());
        MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));
        Edition edition = new MappingSeed(versions, texts, mappings).edition(versions.currentNumber());
        if (!versions.isInForce(edition)) {
            versions.keep(edition, "anna", "");
        }
        StockAlarms alarms = world.store.transactions().bean(StockAlarms.class, world.levels, new Heard<>(), mended);
        return new PublishStock(
                        versions,
                        world.sageClients.holdings(),
                        world.centraStock,
                        world.promises(),
                        world.run(),
                        world.levels,
                        alarms,
                        new Heard<>(),
                        world.store.store(),
                        world.settings,
                        world.store.runCounts(),
                        NoContext.get(),
                        node,
                        Clock.systemUTC())
                .process();
    }

    private void shirt() {
        world.hasInCentra("SHIRT");
        world.inSage("SHIRT", 12);
    }

    @Test
    void the_warehouse_is_told_by_whoever_holds_it_and_given_back() throws Exception {
        shirt();
        List<String> holders = new ArrayList<>();
        mended.observe(over ->
                world.store.leases().named(LEASE).stream().map(Lease::holder).forEach(holders::add));

        assertThat(ran()).isEqualTo("COMPLETED");

        assertThat(world.free("SHIRT")).isEqualTo(12);
        assertThat(holders)
                .as("so that the next start of this process gives back what it held")
                .isNotEmpty()
                .allMatch(holder -> holder.startsWith(node.everyBoot()));
        assertThat(world.store.leases().named(LEASE)).isEmpty();
    }

    @Test
    void what_is_kept_back_is_what_the_mappings_say(@TempDir Path folder) throws Exception {
        shirt();
        for (Map.Entry<String, String> file :
                SeedFolder.texts(Path.of("docs/example-mappings")).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(
                folder.resolve("buffers.csv"),
                "company,centra_warehouse,sku,product_group,kind,value\n33,Main,*,stock,percent,30\n*,*,*,*,units,7\n");

        ran(folder.toString());

        assertThat(world.free("SHIRT")).as("12 less 3.6, rounded up").isEqualTo(8);
    }

    @Test
    void while_sages_warehouses_cannot_be_asked_for_nothing_counts_as_read() throws Exception {
        shirt();
        ran();
        Shelf shelf = world.shelf();
        Duration age = world.levels.age(shelf).orElseThrow();
        world.store.clock().advance(Duration.ofMinutes(1));
        world.sage.faults().order(FaultKind.SERVER_ERROR, "warehouses", 20);

        assertThatThrownBy(this::ran).hasMessageContaining("500");

        assertThat(world.sage.faults().count(FaultKind.SERVER_ERROR)).isPositive();
        assertThat(world.levels.age(shelf).orElseThrow()).isGreaterThan(age.plusSeconds(50));
    }

    @Test
    void while_sage_answers_with_errors_for_long_more_is_kept_back_and_then_all_is_right() throws Exception {
        shirt();
        ran();
        world.store.clock().advance(Duration.ofMinutes(31));
        world.sage.faults().order(FaultKind.SERVER_ERROR, "warehouse_holdings", 20);

        assertThatThrownBy(this::ran).hasMessageContaining("500");

        assertThat(world.sage.faults().count(FaultKind.SERVER_ERROR)).isPositive();
        assertThat(world.free("SHIRT")).as("stock.stale-buffer is 2 here").isEqualTo(10);
        world.sage.faults().reset();
        ran();
        assertThat(world.free("SHIRT")).isEqualTo(12);
    }

    @Test
    void a_warehouse_that_is_sold_no_more_is_forgotten_with_its_exceptions(@TempDir Path folder) throws Exception {
        shirt();
        world.inSage("UNKNOWN", 3);
        ran();
        assertThat(world.levels.shelves()).hasSize(1);
        List<String> over = new ArrayList<>();
        mended.observe(each -> over.add(each.kind() + " " + each.subject()));
        for (Map.Entry<String, String> file :
                SeedFolder.texts(Path.of("docs/example-mappings")).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().replace(",yes,", ",no,"));
        }

        ran(folder.toString());

        assertThat(world.levels.shelves()).isEmpty();
        assertThat(world.book.levels(new Search(null, null, 0, 5))).isEmpty();
        assertThat(over).contains("STOCK_UNMATCHED stock/33/Main", "STOCK_NOT_PUBLISHED stock/33");
        assertThat(world.free("SHIRT")).as("left to people").isEqualTo(12);
    }

    @Test
    void upper_and_lower_case_of_warehouses_are_the_same(@TempDir Path folder) throws Exception {
        shirt();
        for (Map.Entry<String, String> file :
                SeedFolder.texts(Path.of("docs/example-mappings")).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(
                folder.resolve("warehouses.csv"),
                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n"
                        + "33,*,web,centra,no,0\n"
                        + "33,main,web,centra,yes,0\n");

        ran(folder.toString());

        assertThat(world.free("SHIRT")).isEqualTo(12);
        assertThat(world.level("SHIRT").warehouse()).isEqualTo("Main");
    }

    @Test
    void while_another_one_tells_it_nobody_else_does() throws Exception {
        shirt();
        String other = new Node("127.0.0.1", 8081).holder("stock#7");
        world.store.store().lease(LEASE, other, Duration.ofMinutes(1));

        assertThat(ran()).isEqualTo("COMPLETED");
        assertThat(world.told()).isZero();
        assertThat(world.store.runCounts().of(1)).containsEntry("busy elsewhere", 1L);

        world.store.leases().endOf(new Node("127.0.0.1", 8081).everyBoot()); // as its next start does
        ran();
        assertThat(world.free("SHIRT")).isEqualTo(12);
    }
}
