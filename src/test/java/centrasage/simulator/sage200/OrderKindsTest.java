package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Orders of every kind that an integration may send: credits, several tax codes, nothing to pay, very many lines. */
final class OrderKindsTest extends SageTest {
    private static final int MANY = 10_000;
    /** A real Sage is slower; more than this would mean that the simulator looks at every line for each line. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void a_certificate_is_a_charge_below_zero_beside_goods_of_two_tax_codes() {
        JsonNode order = taken(sage.order(
                "CENTGBP1",
                "C1",
                sage.standard("TEE-M", "1", "10.00", 1),
                sage.standard("COAT-L", "1", "24.50", 2),
                sage.charge("GIFT-WRAP", "3.75", 1),
                sage.charge("HANDLING", "2.08", 1),
                sage.charge("GIFTCARD", "-15.00", 90)));

        // VAT 2.00 + 0.75 + 0.42; net 10.00 + 24.50 + 3.75 + 2.08 - 15.00
        assertThat(SageCaller.amount(order, "total_tax_value")).isEqualByComparingTo("3.17");
        assertThat(SageCaller.amount(order, "total_gross_value")).isEqualByComparingTo("28.50");
        assertThat(order.at("/lines/4/nominal_reference").asText()).isEqualTo("2300");
    }

    @Test
    void an_order_may_come_to_nothing() {
        JsonNode order = taken(sage.order(
                "CENTGBP1", "C1", sage.standard("TEE-M", "2", "0.00", 1), sage.charge("CARRIAGE", "0.00", 1)));

        assertThat(SageCaller.amount(order, "total_gross_value")).isZero();
        assertThat(order.path("is_draft").asBoolean()).isFalse();
    }

    @Test
    void resellers_have_an_account_in_their_currency() {
        for (String account : new String[] {"HARBOUR1 GBP", "MAISON1 EUR", "BOUTNOR1 SEK"}) {
            String[] parts = account.split(" ", 2);
            JsonNode order = taken(sage.order(parts[0], "C-" + parts[0], sage.standard("TEE-M", "1", "5.00", 20)));

            assertThat(order.path("currency_id").asLong()).isEqualTo(sage.id("currencies", "symbol", parts[1]));
        }
    }

    @Test
    void analysis_codes_and_spare_texts_are_kept_on_order_and_lines() {
        ObjectNode goods = sage.standard("TEE-M", "1", "10.00", 1)
                .put("analysis_code_1", "AW26")
                .put("spare_text_2", "PO-4711/é");
        ObjectNode charge = sage.charge("CARRIAGE", "5.00", 1).put("analysis_code_20", "X");
        ObjectNode order = sage.order("CENTGBP1", "C1", goods, charge)
                .put("analysis_code_1", "CENTRA")
                .put("spare_text_10", "Web shop");

        long id = taken(order).path("id").asLong();

        JsonNode read = sage.get("/sop_orders/" + id + "?$expand=lines").json();
        assertThat(read.path("analysis_code_1").asText()).isEqualTo("CENTRA");
        assertThat(read.path("spare_text_10").asText()).isEqualTo("Web shop");
        assertThat(read.at("/lines/0/analysis_code_1").asText()).isEqualTo("AW26");
        assertThat(read.at("/lines/0/spare_text_2").asText()).isEqualTo("PO-4711/é");
        assertThat(read.at("/lines/1/analysis_code_20").asText()).isEqualTo("X");
    }

    @Test
    void ten_thousand_lines_are_taken_and_read_again() {
        ObjectNode line = sage.standard("TEE-M", "1", "1.00", 1);
        ObjectNode[] lines = new ObjectNode[MANY];
        Arrays.fill(lines, line);
        ObjectNode order = sage.order("CENTGBP1", "C1", lines);

        long before = System.nanoTime();
        long id = taken(order).path("id").asLong();
        JsonNode read = sage.get("/sop_orders/" + id + "?$expand=lines").json();
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(read.path("lines")).hasSize(MANY);
        assertThat(SageCaller.amount(read, "total_gross_value")).isEqualByComparingTo(new BigDecimal("12000.00"));
        assertThat(taken).isLessThan(LIMIT);
    }
}
