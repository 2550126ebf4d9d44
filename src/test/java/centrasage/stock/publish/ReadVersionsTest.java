package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.sage200.client.database.PlayedDatabase;
import centrasage.sage200.client.database.PlayedDatabase.Change;
import centrasage.sage200.client.database.WarehouseItems;
import centrasage.sage200.client.read.SageHoldings;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.stock.level.RowMarks.Mark;
import centrasage.stock.publish.PublishShelf.Outcome;
import centrasage.stock.shelf.Skus;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sage's stock by the versions of its rows: each change once, however late it is committed, and all of it where versions begin anew. */
class ReadVersionsTest {
    private final StockWorld world = StockWorld.start();
    private final PlayedDatabase sage = new PlayedDatabase(StockSide.COMPANY);
    private long shirt;
    private long scarf;
    private int rows;

    @BeforeEach
    void begin() throws TargetUnavailable {
        world.hasInCentra("SHIRT", "SCARF", "HAT");
        world.inSage("SHIRT", 12);
        world.inSage("SCARF", 3);
        world.inSage("HAT", 8);
        shirt = holding("SHIRT");
        scarf = holding("SCARF");
        rows = holdings(StockSide.SAGE).size();
        holdings().forEach(sage::mirror);
        world.readsDatabase = true;
        world.items = sage.items();
        assertThat(world.publish().read()).as("all of it, the first time").isEqualTo(rows);
        assertThat(rows).isGreaterThan(2);
    }

    @AfterEach
    void end() {
        sage.close();
        world.close();
    }

    private Company company() {
        return Objects.requireNonNull(world.sage.state().company(Site.LIVE_COMPANY));
    }

    private List<ObjectNode> holdings() {
        return company()
                .locked(() -> company().table("warehouse_holdings").rows().toList());
    }

    private List<ObjectNode> holdings(String warehouse) {
        return holdings().stream()
                .filter(row -> row.path("warehouse_name").asText().equals(warehouse))
                .toList();
    }

    private long holding(String product) {
        return row(product).path("id").asLong();
    }

    private ObjectNode row(String product) {
        long id = company()
                .locked(() -> company().coded("products", "code", product))
                .path("id")
                .asLong();
        return holdings(StockSide.SAGE).stream()
                .filter(row -> row.path("product_id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_change_is_found_by_its_version_and_nothing_else_is_read_again() throws TargetUnavailable {
        assertThat(world.free("SHIRT")).isEqualTo(12);
        assertThat(world.free("SCARF")).isEqualTo(3);
        assertThat(world.publish().read()).isZero();
        sage.confirmed(shirt, 7);
        sage.somethingElse(5);

        Outcome outcome = world.publish();

        assertThat(outcome.read()).isOne();
        assertThat(outcome.told()).isOne();
        assertThat(world.free("SHIRT")).isEqualTo(7);
        assertThat(world.publish().read()).isZero();
    }

    @Test
    void what_is_kept_back_is_the_same_whichever_way_stock_is_read() throws TargetUnavailable {
        world.buffers = List.of(
                new InForce.Buffer("", "STOCK", "percent", BigDecimal.valueOf(30), null, null),
                new InForce.Buffer("HAT", "", "velocity", BigDecimal.ONE, 2, null));
        world.publish(true);
        assertThat(List.of(world.free("SHIRT"), world.free("SCARF"), world.free("HAT")))
                .containsExactly(8, 2, 6);

        world.readsDatabase = false;
        assertThat(world.publish(true).told()).isZero();
    }

    /** Its version is lower than one that was read long before. */
    @Test
    void a_change_that_is_committed_late_is_not_lost() throws TargetUnavailable {
        try (Change late = sage.change(shirt, 7)) {
            sage.confirmed(scarf, 2);
            assertThat(world.publish().told()).isOne();
            assertThat(world.free("SCARF")).as("does not wait for it").isEqualTo(2);
            assertThat(world.free("SHIRT")).as("may be taken back").isEqualTo(12);
            sage.confirmed(scarf, 1);
            world.publish();
            late.commit();
        }

        world.publish();

        assertThat(world.free("SHIRT")).isEqualTo(7);
        assertThat(world.free("SCARF")).isEqualTo(1);
        assertThat(world.publish().read()).isZero();
    }

    /** The row would hide what was committed before, from whoever reads what is not committed. */
    @Test
    void a_change_under_another_one_that_is_taken_back_is_not_lost() throws TargetUnavailable {
        sage.confirmed(shirt, 7);
        try (Change other = sage.change(shirt, 99)) {
            world.publish();
            assertThat(world.free("SHIRT")).isEqualTo(7);
        }
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(7);
        assertThat(world.publish().read()).isZero();
    }

    @Test
    void a_database_that_was_put_back_is_read_from_the_start() throws TargetUnavailable {
        long then = sage.last();
        sage.somethingElse(100);
        sage.confirmed(shirt, 7);
        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(7);
        sage.putBackTo(then);
        sage.confirmed(shirt, 12); // as the copy had it

        assertThat(world.publish().read()).isEqualTo(rows);

        assertThat(world.free("SHIRT")).isEqualTo(12);
        sage.confirmed(shirt, 11);
        assertThat(world.publish().read()).isOne();
        assertThat(world.free("SHIRT")).isEqualTo(11);
    }

    @Test
    void a_database_that_was_put_back_and_has_gone_on_since_is_known_by_the_time_of_its_restore()
            throws TargetUnavailable {
        sage.execute("UPDATE sys.databases SET create_date = TIMESTAMP '2026-11-24 02:00:00'");
        sage.somethingElse(1000);
        assertThat(world.publish().read()).isEqualTo(rows);
        assertThat(world.publish().read()).isZero();
    }

    @Test
    void another_node_goes_on_where_this_one_stopped() throws TargetUnavailable {
        sage.confirmed(shirt, 7);
        world.items = sage.items();
        assertThat(world.publish().read()).isOne();
        assertThat(world.free("SHIRT")).isEqualTo(7);
    }

    @Test
    void the_comparison_reads_everything() throws TargetUnavailable {
        assertThat(world.publish(true).read()).isEqualTo(rows);
        assertThat(world.publish().read()).isZero();
    }

    @Test
    void a_warehouse_that_is_sold_anew_is_read_whole() throws TargetUnavailable {
        Mark mark = world.marks.of(world.shelf()).orElseThrow();
        Mark ofOther = new Mark(mark.database(), mark.warehouse() + 1, mark.next());
        world.marks.move(world.shelf(), Optional.of(mark), ofOther);
        assertThat(world.publish().read()).isEqualTo(rows);
        world.marks.move(world.shelf(), Optional.of(ofOther), ofOther);
        assertThat(world.marks.of(world.shelf()))
                .as("whoever comes late moves nothing")
                .hasValue(mark);
    }

    @Test
    void while_the_database_cannot_be_read_the_api_is_and_then_the_database_goes_on() throws TargetUnavailable {
        sage.execute("ALTER TABLE WarehouseItem RENAME TO elsewhere");
        world.store.advance(Duration.ofSeconds(1));
        world.free("SHIRT", "9");
        assertThat(world.publish().unread().orElse("")).contains("WarehouseItem");
        assertThat(world.free("SHIRT")).isEqualTo(9);

        sage.execute("ALTER TABLE elsewhere RENAME TO WarehouseItem");
        sage.confirmed(shirt, 9);
        sage.confirmed(scarf, 2);
        Outcome again = world.publish();
        assertThat(again.read()).isEqualTo(2);
        assertThat(again.unread()).isEmpty();
        assertThat(world.free("SCARF")).isEqualTo(2);
        assertThat(world.free("SHIRT")).isEqualTo(9);
    }

    /** A node reads the database, slowly; another one has been told otherwise already, and reads through the API meanwhile. */
    @Test
    void an_older_reading_of_the_database_does_not_take_the_place_of_a_newer_one_of_the_api() throws TargetUnavailable {
        sage.confirmed(shirt, 7);
        world.items = new WarehouseItems(sage.settings()) {
            @Override
            public synchronized Page page(String company, long warehouse, long from, long after)
                    throws TargetUnavailable {
                Page page = super.page(company, warehouse, from, after);
                world.store.advance(Duration.ofSeconds(5));
                world.free("SHIRT", "5");
                world.readsDatabase = false;
                world.publish();
                return page;
            }
        };

        assertThat(world.publish().read()).isOne();

        assertThat(world.free("SHIRT")).isEqualTo(5);
        assertThat(world.level("SHIRT").held().free()).isEqualByComparingTo("5");
    }

    @Test
    void an_older_reading_of_the_api_does_not_take_the_place_of_a_newer_one_of_the_database() throws TargetUnavailable {
        Instant readAt = world.levels.readingBegins();
        SageHoldings.Page page = world.sageClients
                .holdings()
                .page(StockSide.COMPANY, world.shelf().sageId(), null, 0);
        Products products = new Products(world.sites, world.levels, world.shelf(), new Skus(world.skus), false);
        world.store.advance(Duration.ofSeconds(5));
        sage.confirmed(shirt, 7);
        world.publish();

        assertThat(products.keep(page.levels(), page.unreadable(), readAt)).isZero();

        world.publish();
        assertThat(world.free("SHIRT")).isEqualTo(7);
    }

    @Test
    void what_the_database_has_said_the_api_says_again_and_nothing_is_told() throws TargetUnavailable {
        world.readsDatabase = false;
        Outcome api = world.publish(true);
        assertThat(api.read()).isEqualTo(rows);
        assertThat(api.news()).isZero();
        assertThat(api.told()).isZero();
    }
}
