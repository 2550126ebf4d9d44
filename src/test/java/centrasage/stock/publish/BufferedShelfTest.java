package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.simulator.centra.CentraClient;
import centrasage.stock.audit.Difference;
import centrasage.stock.figure.GuardRail;
import centrasage.stock.figure.Kept;
import centrasage.stock.figure.StalePolicy;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockBook.Search;
import centrasage.stock.shelf.Skus;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept back of each SKU reaches Centra: in percent, by product group, by velocity, and more while Sage cannot be read. */
class BufferedShelfTest {
    private static final String PREFIX = "MANY-";
    private static final Duration STALE = Duration.ofMinutes(30);

    private final StockWorld world = StockWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    private static InForce.Buffer row(String sku, String group, String kind, String value) {
        return new InForce.Buffer(sku, group, kind, new BigDecimal(value), null, null);
    }

    private void sells(String sku, int free, String group) {
        world.hasInCentra(sku);
        world.inSage(sku, free, group);
    }

    /** Shoppers buy one piece each, and the orders are collected: all are in flight, and sold within the last day. */
    private void bought(String sku, int orders) {
        JsonNode bought = world.buy(sku, orders);
        bought.path("numbers").forEach(number -> world.collect(number.asInt()));
        world.store.clock().advance(Duration.ofMinutes(1));
        world.collected(Instant.now().plusSeconds(300));
    }

    @Test
    void each_sku_keeps_what_its_own_rule_says_and_more_while_sage_cannot_be_read() throws TargetUnavailable {
        world.buffer = 1;
        world.buffers = List.of(
                row("", "SHOES", "percent", "12.5"),
                row("SHIRT", "", "velocity", "500"),
                row("SOCK", "", "units", "6"),
                row("", "", "percent", "1"));
        sells("SHIRT", 100, "SHOES");
        sells("BOOT", 41, "SHOES");
        sells("SOCK", 20, "SHOES");
        sells("SCARF", 10, "STOCK");
        world.publish();
        bought("SHIRT", 20);
        world.free("SHIRT", "100.5");
        world.publish();

        assertThat(world.free("BOOT")).as("41 less 5.125, rounded up").isEqualTo(35);
        assertThat(world.free("SOCK")).isEqualTo(14);
        assertThat(world.free("SCARF")).as("10 less 0.1, rounded up").isEqualTo(9);
        assertThat(world.free("SHIRT"))
                .as("100.5 less 20 in flight, and 20 x 500 x 60 s / 86,400 s = 6.9")
                .isEqualTo(73);
        assertThat(world.level("BOOT").taken().kept()).isEqualTo(new Kept(6, "product group SHOES: 12.5 %", 0));
        assertThat(Difference.of(world.level("SHIRT"))).contains("7 kept as a buffer (SKU: 500 x velocity)");

        world.store.clock().advance(STALE);
        assertThat(world.publishOld()).hasValue(2);
        assertThat(List.of(world.free("SHIRT"), world.free("BOOT"), world.free("SOCK"), world.free("SCARF")))
                .containsExactly(71, 33, 12, 7);
        assertThat(world.level("BOOT").taken().kept()).isEqualTo(new Kept(6, "product group SHOES: 12.5 %", 2));
        assertThat(Difference.of(world.level("BOOT"))).contains("2 more kept while Sage 200 cannot be read");

        world.store.clock().advance(Duration.ofHours(4));
        assertThat(world.publishOld()).hasValue(StalePolicy.EVERYTHING);
        assertThat(List.of(world.free("SHIRT"), world.free("BOOT"), world.free("SOCK"), world.free("SCARF")))
                .containsOnly(0);

        world.publish();
        assertThat(List.of(world.free("SHIRT"), world.free("BOOT"), world.free("SOCK"), world.free("SCARF")))
                .containsExactly(73, 35, 14, 9);
    }

    @Test
    void what_was_never_told_keeps_what_is_known_without_sage() throws TargetUnavailable {
        world.buffers = List.of(row("", "", "units", "3"));
        sells("SHIRT", 20, "STOCK");
        new ReadHoldings(
                        world.sageClients.holdings(),
                        new ReadVersions(world.items, world.levels, world.marks),
                        world.sites,
                        world.levels,
                        world.settings)
                .read(world.shelf(), new Skus(world.skus), true, () -> true);
        new ReadSizes(world.centraStock, world.sizes, world.settings).readWhereOld(true, () -> true);
        world.store.clock().advance(STALE);

        world.publishOld();

        assertThat(world.free("SHIRT")).isEqualTo(15);
    }

    @Test
    void that_sage_is_back_is_no_jump_that_somebody_has_to_release() throws TargetUnavailable {
        world.guardRail = new GuardRail(30, 5, 10);
        ManySkus many = many(30);
        for (int each = 0; each < 30; each++) {
            many.free(each, 10, Instant.now());
        }
        world.publish(true);
        world.book.release(StockSide.COMPANY, StockSide.CENTRA, "A. Name", "go-live");
        world.publish();
        assertThat(world.free(PREFIX + 30)).isEqualTo(10);

        world.store.clock().advance(Duration.ofHours(5));
        world.publishOld();
        assertThat(world.free(PREFIX + 30)).isZero();

        assertThat(world.publish().held()).isEmpty();
        assertThat(world.free(PREFIX + 30)).isEqualTo(10);

        world.store.clock().advance(Duration.ofHours(5));
        world.publishOld();
        for (int each = 0; each < 30; each++) {
            many.free(each, 0, Instant.now());
        }
        assertThat(world.publish().held()).as("that all of it is gone is one").isPresent();
        assertThat(world.book.levels(new Search(null, LevelState.HELD, 0, 50))).hasSize(30);
    }

    private ManySkus many(int count) {
        ManySkus many = new ManySkus(world.sage, PREFIX);
        many.fill(new CentraClient(world.centra.baseUrl()), count, Instant.now().minusSeconds(60));
        return many;
    }

    /** 20 x 500 within a day: 3.6 to 3.9 in 31 to 34 seconds, 6.9 in a minute. */
    @ParameterizedTest
    @CsvSource({"20, 4", "19, 7"})
    void the_latency_is_measured_where_enough_was_told_within_the_hour(int changes, int kept) throws TargetUnavailable {
        world.buffers = List.of(row("SHIRT", "", "velocity", "500"));
        sells("SHIRT", 100, "STOCK");
        ManySkus many = many(changes);
        world.publish(true);
        Instant changed = world.store.time().now().plusSeconds(1);
        for (int each = 0; each < changes; each++) {
            many.free(each, 5, changed);
        }
        world.store.clock().advance(Duration.ofSeconds(31));
        world.publish();
        bought("SHIRT", 20);
        world.free("SHIRT", "101");

        world.publish();

        assertThat(world.level("SHIRT").taken().kept().buffer()).isEqualTo(kept);
    }

    @Test
    void a_new_rule_is_told_of_what_is_looked_at_anyway_and_nightly_of_all() throws TargetUnavailable {
        sells("SHIRT", 100, "STOCK");
        sells("SCARF", 10, "STOCK");
        world.buffers = List.of(row("", "", "percent", "10"));
        world.publish();
        assertThat(List.of(world.free("SHIRT"), world.free("SCARF"))).containsExactly(90, 9);

        world.buffers = List.of(row("", "", "percent", "50"));
        world.free("SHIRT", "102");
        world.publish();
        assertThat(List.of(world.free("SHIRT"), world.free("SCARF"))).containsExactly(51, 9);
        world.publish(true);
        assertThat(world.free("SCARF")).isEqualTo(5);

        world.buffers = List.of(row("", "", "units", "4"));
        world.publish();
        assertThat(List.of(world.free("SHIRT"), world.free("SCARF")))
                .as("one number for all is compared at once")
                .containsExactly(98, 6);
    }

    @Test
    void without_a_row_that_asks_for_them_neither_groups_nor_sales_are_read() throws TargetUnavailable {
        world.buffers = List.of(row("SHIRT", "", "percent", "10"));
        sells("SHIRT", 100, "STOCK");
        long before = world.sage.requests().of("GET /product_groups");
        world.publish(true);
        assertThat(world.sage.requests().of("GET /product_groups")).isEqualTo(before);
        assertThat(world.free("SHIRT")).isEqualTo(90);
    }
}
