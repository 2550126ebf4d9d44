package centrasage.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.Simulators;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutants: the goods of one order are falsified on either side, and the checker must say so. */
class GoodsAuditTest {
    private BothSides sides;
    private JsonNode ordered;
    private JsonNode posted;

    @BeforeEach
    void both_books_agree() throws IOException, InterruptedException {
        Simulators simulators = Simulators.start(0, 0, 5);
        sides = new BothSides(simulators);
        simulators.loadCatalogue(5);
        sides.centra("POST", "/control/trade", "{'date': '2026-11-20', 'orders': 1, 'mix': 'ledger'}");
        ordered = sides.centra("GET", "/control/orders", "").get(0);
        posted = post();
        assertThat(audit().violations()).isEmpty();
        assertThat(audit().orders()).isOne();
        assertThat(audit().pieces()).isPositive();
    }

    private JsonNode post() throws IOException, InterruptedException {
        ObjectNode order = Json.object()
                .put("customer_id", sides.id("customers", "reference", "CENTGBP1"))
                .put("customer_document_no", "C" + ordered.get("number").asText())
                .put("document_date", "2026-11-20T00:00:00");
        ArrayNode lines = order.putArray("lines");
        for (JsonNode line : ordered.at("/order/basket/lines")) {
            boolean isGoods = !line.get("type").asText().equals("BUNDLE");
            if (isGoods && line.get("quantity").asInt() > 0) {
                lines.addObject()
                        .put("line_type", "EnumLineTypeStandard")
                        .put(
                                "product_id",
                                sides.id(
                                        "products",
                                        "code",
                                        line.at("/article/sku").asText()))
                        .put("warehouse_id", sides.id("warehouses", "name", "WEB"))
                        .put("line_quantity", line.get("quantity").asInt());
            }
        }
        return sides.sage("POST", "/sop_orders", order.toString());
    }

    @AfterEach
    void stop() {
        sides.close();
    }

    @Test
    void a_piece_too_many_in_sage_is_found() throws IOException, InterruptedException {
        sides.sage(
                "POST",
                "/control/orders/" + posted.get("id").asText() + "/edit",
                "{'line': 1, 'setLine': {'line_quantity': 99}}");
        assertThat(audit().violations())
                .singleElement()
                .asString()
                .contains("=99")
                .contains(" in Sage and ");
    }

    @Test
    void a_piece_that_was_cancelled_in_centra_alone_is_found() throws IOException, InterruptedException {
        sides.centra(
                "POST",
                "/control/orders/" + ordered.get("number").asText() + "/edit",
                "{'lines': [{'id': " + ordered.at("/order/basket/lines/0/id").asText()
                        + ", 'cancel': 1}], 'force': true}");
        assertThat(audit().violations()).hasSize(1);
    }

    @Test
    void a_product_that_has_another_code_or_none_is_told_so() throws IOException, InterruptedException {
        String sku = ordered.at("/order/basket/lines/0/article/sku").asText();
        GoodsAudit without = new GoodsAudit(sides.centra(), sides.sage(), Map.of(sku, ""));
        assertThat(without.check().violations()).hasSize(1);
    }

    private GoodsAudit.Result audit() throws IOException, InterruptedException {
        return new GoodsAudit(sides.centra(), sides.sage(), Map.of()).check();
    }
}
