package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure here was worked out by hand. */
final class OrderTotalsTest extends SageTest {

    @ParameterizedTest
    @CsvSource({
        // three lines of 0.99 at 20 %: 0.198 each is 0.20 a line, 0.60; of the sum 2.97 it is 0.594, 0.59
        "per-line,     HALF_UP,   0.99, 1, 20, 2.97, 0.60, 3.57",
        "per-tax-code, HALF_UP,   0.99, 1, 20, 2.97, 0.59, 3.56",
        // three lines of 0.125 x 20 = 2.50 at 5 %: 0.125 each is 0.13 up, 0.12 even; of the sum 7.50 it is 0.375
        "per-line,     HALF_UP,   2.50, 3, 5,  7.50, 0.39, 7.89",
        "per-line,     HALF_EVEN, 2.50, 3, 5,  7.50, 0.36, 7.86",
        "per-tax-code, HALF_UP,   2.50, 3, 5,  7.50, 0.38, 7.88",
        "per-tax-code, HALF_EVEN, 2.50, 3, 5,  7.50, 0.38, 7.88",
    })
    void vat_is_rounded_as_the_site_does(
            String rounding, String mode, String price, int code, int rate, String net, String tax, String gross) {
        site("{'rounding': '" + rounding + "', 'roundingMode': '" + mode + "'}");

        JsonNode order = taken(sage.order("CENTGBP1", "C1", three(price, code)));

        assertThat(rateOf(code)).isEqualByComparingTo(BigDecimal.valueOf(rate));
        assertTotals(order, net, tax, gross);
    }

    @ParameterizedTest
    @CsvSource({
        // three lines of 9.99 with 25 % inside: 1.998 each is 2.00, 6.00; of the sum 29.97 it is 5.994, 5.99
        "per-line,     23.97, 6.00, 29.97",
        "per-tax-code, 23.98, 5.99, 29.97",
    })
    void vat_inside_the_prices_leaves_the_gross_alone(String rounding, String net, String tax, String gross) {
        site("{'rounding': '" + rounding + "', 'pricesTaxInclusive': true}");

        JsonNode order = taken(sage.order("CENTSEK1", "C1", three("9.99", 127)));

        assertTotals(order, net, tax, gross);
        assertThat(sage.get("/sop_settings")
                        .json()
                        .at("/0/are_prices_tax_inclusive")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void goods_charges_and_the_document_discount_add_up() {
        ObjectNode order = sage.order(
                "CENTGBP1",
                "C1",
                sage.standard("TEE-M", "2", "47.00", 1),
                sage.charge("CARRIAGE", "5.00", 1),
                SageCaller.comment("Gift wrap"));
        order.put("document_discount_percent", new BigDecimal("10.00"));

        JsonNode taken = taken(order);

        // goods 94.00 less 9.40 = 84.60, VAT 16.92; carriage 5.00, VAT 1.00
        assertThat(SageCaller.amount(taken, "subtotal_goods_value")).isEqualByComparingTo("94.00");
        assertThat(SageCaller.amount(taken, "subtotal_discount_value")).isEqualByComparingTo("9.40");
        assertThat(SageCaller.amount(taken, "subtotal_charge_net_value")).isEqualByComparingTo("5.00");
        assertThat(SageCaller.amount(taken, "subtotal_charge_tax_value")).isEqualByComparingTo("1.00");
        assertTotals(taken, "89.60", "17.92", "107.52");
    }

    @ParameterizedTest
    @CsvSource({
        // 3 x 19.99 less 10 % (1.999): 53.973; per unit first: 17.99 x 3 = 53.97
        "line, unit_discount_percent, 10,      3, 19.99, 53.97",
        // 3 x 0.33 less 0.005: 0.975, 0.98; per unit first: 0.325, 0.33 x 3 = 0.99
        "line, unit_discount_value,   0.00500, 3, 0.33,  0.98",
        "unit, unit_discount_value,   0.00500, 3, 0.33,  0.99",
    })
    void line_discounts_are_worked_out_in_the_order_of_the_site(
            String order, String field, String discount, String quantity, String price, String total) {
        site("{'discountRounding': '" + order + "'}");
        ObjectNode line = sage.standard("TEE-M", quantity, price, 2).put(field, new BigDecimal(discount));

        JsonNode taken = taken(sage.order("CENTGBP1", "C1", line));

        assertThat(SageCaller.amount(taken.at("/lines/0"), "line_total_value")).isEqualByComparingTo(total);
    }

    @Test
    void of_a_discount_value_and_a_percentage_the_value_wins() {
        ObjectNode line = sage.standard("TEE-M", "1", "100.00", 2)
                .put("unit_discount_value", new BigDecimal("1"))
                .put("unit_discount_percent", new BigDecimal("50"));

        assertThat(SageCaller.amount(taken(sage.order("CENTGBP1", "C1", line)), "total_net_value"))
                .isEqualByComparingTo("99.00");
    }

    @Test
    void a_negative_rounding_charge_without_vat_takes_a_penny_off() {
        JsonNode order = taken(sage.order(
                "CENTGBP1", "C1", sage.standard("TEE-M", "1", "10.00", 1), sage.charge("ROUNDING", "-0.01", 91)));

        assertTotals(order, "9.99", "2.00", "11.99");
    }

    @Test
    void finnish_rates_have_decimals() {
        // 10.00 at 25.5 % is 2.55
        assertTotals(
                taken(sage.order("CENTEUR1", "C1", sage.standard("TEE-M", "1", "10.00", 109))),
                "10.00",
                "2.55",
                "12.55");
    }

    private BigDecimal rateOf(int code) {
        JsonNode row = sage.list("tax_codes", "$filter", "code eq " + code).json();
        return row.at("/0/tax_rate").decimalValue();
    }

    private ObjectNode[] three(String price, int code) {
        return new ObjectNode[] {
            sage.standard("TEE-M", "1", price, code),
            sage.standard("TEE-M", "1", price, code),
            sage.standard("TEE-M", "1", price, code)
        };
    }

    private static void assertTotals(JsonNode order, String net, String tax, String gross) {
        assertThat(SageCaller.amount(order, "total_net_value")).isEqualByComparingTo(net);
        assertThat(SageCaller.amount(order, "total_tax_value")).isEqualByComparingTo(tax);
        assertThat(SageCaller.amount(order, "total_gross_value")).isEqualByComparingTo(gross);
    }
}
