package centrasage.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.Simulators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutants: the stock of one SKU is falsified on either side, and the checker must say so. */
class StockAuditTest {
    private static final String SKU = "SHIRT-1";

    private BothSides sides;

    @BeforeEach
    void both_sides_agree() throws IOException, InterruptedException {
        sides = new BothSides(Simulators.start(0, 0, 5));
        sides.sage("POST", "/control/products", "[{'code': '" + SKU + "', 'freeStock': 9}]");
        sides.centra("POST", "/control/sizes", "{'skus': ['" + SKU + "']}");
        sell(9);
        assertThat(violations()).isEmpty();
    }

    @AfterEach
    void stop() {
        sides.close();
    }

    private JsonNode sell(int physical) throws IOException, InterruptedException {
        return sides.centra(
                "PUT", "/control/stock", "{'warehouse': 'Main', 'sku': '" + SKU + "', 'physical': " + physical + "}");
    }

    private String violations() throws IOException, InterruptedException {
        StockAudit.Result result = new StockAudit(sides.centra(), sides.sage(), "Main", "WEB").check(Set.of(SKU));
        assertThat(result.skus()).isOne();
        return String.join("; ", result.violations());
    }

    @Test
    void centra_sells_too_much() throws IOException, InterruptedException {
        sell(10);
        assertThat(violations()).isEqualTo("SHIRT-1: Centra sells 10 and Sage 200 has 9");
    }

    @Test
    void sage_has_less() throws IOException, InterruptedException {
        sides.sage("PUT", "/control/stock", "{'product': '" + SKU + "', 'receive': -2}");
        assertThat(violations()).isEqualTo("SHIRT-1: Centra sells 9 and Sage 200 has 7");
    }

    @Test
    void an_order_of_sages_has_no_stock() throws IOException, InterruptedException {
        sides.sage(
                "POST",
                "/sop_orders",
                ("{'customer_id': %d, 'customer_document_no': 'PO 1', 'document_date': '2026-11-20T00:00:00', 'lines': [{"
                                + "'line_type': 'EnumLineTypeStandard', 'product_id': %d, 'warehouse_id': %d, 'line_quantity': 4,"
                                + " 'to_allocate_quantity': 0}]}")
                        .formatted(
                                sides.id("customers", "reference", "CENTGBP1"),
                                sides.id("products", "code", SKU),
                                sides.id("warehouses", "name", "WEB")));
        assertThat(violations()).isEqualTo("SHIRT-1: Centra sells 9 and Sage 200 has 5");
    }

    @Test
    void an_order_of_centras_takes_its_goods_once() throws IOException, InterruptedException {
        sides.centra("POST", "/control/buy", "{'sku': '" + SKU + "', 'quantity': 1, 'orders': 3}");
        assertThat(violations())
                .as("Centra has taken them off, and so does the checker")
                .isEmpty();
        sell(9 + 3);
        assertThat(violations()).isEqualTo("SHIRT-1: Centra sells 9 and Sage 200 has 6");
    }

    @Test
    void what_has_left_for_an_order_that_is_not_for_sage_is_taken_no_more() throws IOException, InterruptedException {
        int number = sides.centra("POST", "/control/buy", "{'sku': '" + SKU + "', 'quantity': 1, 'orders': 1}")
                .at("/numbers/0")
                .asInt();
        sides.centra("POST", "/control/orders/" + number + "/edit", "{'internal': true}");
        assertThat(violations()).as("its goods are promised").isEmpty();
        sides.centra("POST", "/control/shipments", "{'order': " + number + "}");
        assertThat(violations()).isEqualTo("SHIRT-1: Centra sells 8 and Sage 200 has 9");
        sides.sage("PUT", "/control/stock", "{'product': '" + SKU + "', 'receive': -1}");
        assertThat(violations()).as("written off by hand").isEmpty();
    }
}
