package centrasage.sage200.client.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.StockLevel;
import centrasage.sage200.UnreadableHolding;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.database.WarehouseItems.Page;
import centrasage.sage200.client.database.WarehouseItems.Versions;
import centrasage.sage200.client.read.SageHoldings;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sage's own table beside its API: the same figures, by the version of a row. */
class WarehouseItemsTest {
    private static final String COMPANY = Integer.toString(Site.LIVE_COMPANY);
    private static final long WAREHOUSE = 9001;
    private static final String UPDATED = "2026-11-23T10:00:00.123Z";

    private final PlayedDatabase sage = new PlayedDatabase(COMPANY);
    private final WarehouseItems items = sage.items();

    @AfterEach
    void close() {
        items.end();
        sage.close();
    }

    private static ObjectNode holding(long id) {
        return holding(id, WAREHOUSE, "10", "0", "0", "0", "0", "0");
    }

    /** As the API tells it of these columns. */
    private static ObjectNode holding(long id, long warehouse, String... quantities) {
        List<BigDecimal> each = new ArrayList<>();
        for (String quantity : quantities) {
            each.add(new BigDecimal(quantity).setScale(5));
        }
        BigDecimal inStock = each.get(0).add(each.get(1));
        BigDecimal allocated = each.get(2).add(each.get(3)).add(each.get(4));
        return Json.object()
                .put("id", id)
                .put("product_id", 7 * id)
                .put("warehouse_id", warehouse)
                .put("confirmed_qty_in_stock", each.get(0))
                .put("unconfirmed_qty_in_stock", each.get(1))
                .put("quantity_in_stock", inStock)
                .put("quantity_allocated_sop", each.get(2))
                .put("quantity_allocated_stock", each.get(3))
                .put("quantity_allocated_bom", each.get(4))
                .put("quantity_allocated", allocated)
                .put("quantity_reserved", each.get(5))
                .put(
                        "free_stock_available_less_reserved",
                        inStock.subtract(allocated).subtract(each.get(5)))
                .put("date_time_updated", UPDATED);
    }

    private List<StockLevel> read(long from) throws TargetUnavailable {
        items.versions(COMPANY);
        return items.page(COMPANY, WAREHOUSE, from, 0).levels();
    }

    @Test
    void each_row_says_what_the_api_says_of_it_whatever_its_quantities_are() throws IOException, TargetUnavailable {
        Random random = new Random(7);
        try (SageSimulator api = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{}"))) {
            Company company = Objects.requireNonNull(api.state().company(Site.LIVE_COMPANY));
            List<ObjectNode> rows = new ArrayList<>();
            rows.add(holding(50_001, WAREHOUSE, "-3", "0.5", "4.00001", "2", "1.25", "99999999.99999"));
            rows.add(holding(50_002, WAREHOUSE, "0", "0", "0", "0", "0", "0"));
            rows.add(holding(50_003).putNull("unconfirmed_qty_in_stock").putNull("quantity_reserved"));
            rows.add(holding(50_004).putNull("confirmed_qty_in_stock").putNull("quantity_in_stock"));
            rows.add(holding(50_005).putNull("quantity_allocated_bom").putNull("quantity_allocated"));
            rows.add(holding(50_006, WAREHOUSE + 1, "5", "0", "0", "0", "0", "0"));
            for (int each = 50_010; each < 50_060; each++) {
                String[] quantities = random.ints(6, -1_000, 100_000)
                        .mapToObj(units -> BigDecimal.valueOf(units, 3).toPlainString())
                        .toArray(String[]::new);
                rows.add(holding(each, WAREHOUSE, quantities));
            }
            company.locked(() -> {
                rows.forEach(row -> {
                    row.put(
                            "id",
                            company.insert("warehouse_holdings", row).path("id").asLong());
                    row.put("date_time_updated", UPDATED);
                });
                return company;
            });
            company.locked(() -> {
                company.table("warehouse_holdings").rows().forEach(sage::mirror);
                return company;
            });
            SageHoldings.Page told =
                    new SageClients(api.baseUrl().toString()).holdings().page(COMPANY, WAREHOUSE, null, 0);
            items.versions(COMPANY);
            Page read = items.page(COMPANY, WAREHOUSE, 0, 0);

            assertThat(told.levels()).as("seed 7").hasSize(53);
            assertThat(read.levels())
                    .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                            .build())
                    .containsExactlyElementsOf(told.levels());
            assertThat(told.unreadable()).hasSize(2);
            assertThat(read.unreadable())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("why")
                    .containsExactlyElementsOf(told.unreadable());
            assertThat(read.unreadable())
                    .extracting(UnreadableHolding::why)
                    .containsExactlyInAnyOrder(
                            "the row has no usable ConfirmedQtyInStock", "the row has no usable QuantityAllocatedBOM");
        }
    }

    @Test
    void what_has_an_earlier_version_is_left_out() throws TargetUnavailable {
        sage.mirror(holding(1));
        sage.mirror(holding(2));
        sage.confirmed(1, 4);
        assertThat(read(sage.last())).extracting(StockLevel::id).containsExactly(1L);
        assertThat(read(sage.last() - 1)).extracting(StockLevel::id).containsExactly(1L, 2L);
        assertThat(read(sage.last() + 1)).isEmpty();
    }

    @Test
    void a_thousand_rows_are_a_page_and_the_next_one_begins_behind_them() throws TargetUnavailable {
        for (int id = 1; id <= 1001; id++) {
            sage.mirror(holding(id));
        }
        items.versions(COMPANY);
        Page first = items.page(COMPANY, WAREHOUSE, 0, 0);
        assertThat(first.levels()).hasSize(1000);
        assertThat(first.isLast()).isFalse();
        Page second = items.page(COMPANY, WAREHOUSE, 0, first.lastId());
        assertThat(second.levels()).extracting(StockLevel::id).containsExactly(1001L);
        assertThat(second.isLast()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "1, 1"})
    void what_is_not_committed_is_not_read_and_nobody_is_waited_for(int forStatements, int forSnapshots)
            throws TargetUnavailable {
        sage.execute("UPDATE sys.databases SET is_read_committed_snapshot_on = " + forStatements
                + ", snapshot_isolation_state = " + forSnapshots);
        sage.mirror(holding(1));
        try (PlayedDatabase.Change change = sage.change(1, 4)) {
            Versions versions = items.versions(COMPANY);
            assertThat(versions.undecided()).isEqualTo(sage.last());
            assertThat(versions.last()).isEqualTo(sage.last());
            assertThat(read(0)).extracting(StockLevel::inStock).containsExactly(new BigDecimal("10.00000"));
            change.commit();
        }
        assertThat(items.versions(COMPANY).undecided()).isEqualTo(sage.last() + 1);
        assertThat(read(0)).extracting(StockLevel::inStock).containsExactly(new BigDecimal("4.00000"));
    }

    @Test
    void a_database_that_would_show_what_may_be_taken_back_is_not_read() {
        sage.execute("UPDATE sys.databases SET is_read_committed_snapshot_on = 0");
        assertThatThrownBy(() -> items.versions(COMPANY))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessage(
                        "the database of company 33 keeps no committed versions of rows that are being changed: have"
                                + " READ_COMMITTED_SNAPSHOT or ALLOW_SNAPSHOT_ISOLATION set ON for it, or set stock.source = api");
        assertThatThrownBy(() -> items.page(COMPANY, WAREHOUSE, 0, 0)).isInstanceOf(TargetUnavailable.class);
    }

    @Test
    void what_cannot_be_read_is_told_without_the_password_and_read_again_once_it_can() throws TargetUnavailable {
        sage.execute("ALTER TABLE WarehouseItem RENAME TO elsewhere");
        items.versions(COMPANY);
        assertThatThrownBy(() -> items.page(COMPANY, WAREHOUSE, 0, 0))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageStartingWith("WarehouseItem of company 33 cannot be read: ")
                .hasMessageNotContaining("secret");
        sage.execute("ALTER TABLE elsewhere RENAME TO WarehouseItem");
        assertThat(read(0)).isEmpty();
    }
}
