package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderStrictnessTest extends SageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    total_gross_value           | 1.00                  | 'total_gross_value' is read-only
                    external_reference          | "x"                   | 'external_reference' is read-only
                    currency_id                 | 1                     | 'currency_id' is read-only
                    customer_order_no           | "x"                   | 'customer_order_no' is not a field of sop_orders
                    is_to_lock                  | true                  | 'is_to_lock' is not a field
                    analysis_code_21            | "x"                   | 'analysis_code_21' is not a field
                    customer_document_no        | "1234567890123456789012345678901" | longer than 30
                    order_priority              | "AB"                  | longer than 1
                    document_date               | "2026-11-23"          | 'document_date' must be a date with a time
                    document_date               | "2026-02-30T00:00:00" | 'document_date' must be a date with a time
                    spare_text_1                | null                  | SageNullFieldException: 'spare_text_1'
                    spare_bool_1                | "yes"                 | 'spare_bool_1' must be true or false
                    spare_number_1              | "5"                   | 'spare_number_1' must be a number
                    spare_number_1              | 0.123456              | more than 5 decimal places
                    document_discount_percent   | 100                   | between -99.99 and 99.99
                    settlement_discount_days    | 40000                 | 'settlement_discount_days' must be an integer
                    customer_id                 | 5                     | 'customer_id': no record with id 5
                    customer_type               | "Web"                 | 'customer_type' cannot be 'Web'
                    exchange_rate               | 1.1                   | 'exchange_rate' must be 1
                    customer_delivery_address_id| 7                     | 'customer_delivery_address_id'
                    lines                       | {}                    | 'lines' must be an array
                    lines                       | []                    | 'lines': an order needs
                    delivery_address            | {"postcode": "12345678901"} | 'delivery_address.postcode' is longer than 10
                    delivery_address            | {"country_code_id": 1} | 'delivery_address.country_code_id'
                    delivery_address            | {"id": 1}             | 'delivery_address.id' is read-only
                    memos                       | [{"created_by": "me"}] | 'memos[0].created_by' is read-only
                    """)
    void a_header_field_that_sage_does_not_take_is_named(String field, String value, String message) {
        ObjectNode order = sage.order("CENTGBP1", "C1", sage.standard("TEE-M", "1", "10.00", 1));
        order.set(field, Json.parse(value));

        SageCaller.Answer answer = sage.post("/sop_orders", order);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(message);
        assertThat(sage.get("/control/orders").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    line_tax_value    | 1.00      | 'lines[0].line_tax_value' is read-only
                    line_number       | 1         | 'lines[0].line_number' is read-only
                    product_id        | 5         | 'product_id': no record with id 5
                    warehouse_id      | 5         | 'warehouse_id': no record with id 5
                    tax_code_id       | 5         | 'tax_code_id': no record with id 5
                    nominal_reference | "9999"    | there is no nominal account 9999
                    line_quantity     | 0         | 'line_quantity' must be above 0
                    line_quantity     | -1        | 'line_quantity' must be above 0
                    selling_unit_price| -1        | 'selling_unit_price' must not be negative
                    selling_unit_price| 1.234567  | more than 5 decimal places
                    line_type         | "Standard"| 'lines[0].line_type' cannot be 'Standard'
                    show_on_customer_docs | true  | cannot be set for lines of type EnumLineTypeStandard
                    to_allocate_quantity | 2      | more than the quantity of the line
                    """)
    void a_line_field_that_sage_does_not_take_is_named(String field, String value, String message) {
        ObjectNode line = sage.standard("TEE-M", "1", "10.00", 1);
        line.set(field, Json.parse(value));

        SageCaller.Answer answer = sage.post("/sop_orders", sage.order("CENTGBP1", "C1", line));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line_type", "product_id", "warehouse_id", "line_quantity"})
    void a_standard_line_needs_its_required_fields(String field) {
        ObjectNode line = sage.standard("TEE-M", "1", "10.00", 1);
        line.remove(field);

        assertThat(sage.post("/sop_orders", sage.order("CENTGBP1", "C1", line)).message())
                .contains("'" + field + "' is required");
    }

    @Test
    void a_charge_needs_a_code_that_exists_or_a_description() {
        assertThat(refused(sage.charge("CARIAGE", "5.00", 1))).contains("no additional charge 'CARIAGE'");
        ObjectNode bare = sage.charge("CARRIAGE", "5.00", 1);
        bare.remove("code");
        assertThat(refused(bare)).contains("'code' is required");
        taken(sage.order("CENTGBP1", "C1", bare.put("description", "Courier")));
    }

    @Test
    void a_quantity_on_a_charge_is_ignored() {
        var order = taken(sage.order(
                "CENTGBP1", "C1", sage.charge("CARRIAGE", "5.00", 1).put("line_quantity", BigDecimal.valueOf(3))));

        assertThat(SageCaller.amount(order, "total_net_value")).isEqualByComparingTo("5.00");
    }

    @Test
    void inactive_products_and_products_not_for_sale_are_refused() {
        assertThat(refused(sage.standard("DEMO-OLD", "1", "10.00", 1))).contains("inactive");
        assertThat(refused(sage.standard("DEMO-INTERNAL", "1", "10.00", 1))).contains("not for sale");
    }

    @Test
    void ids_of_another_company_mean_nothing() {
        SageCaller other = new SageCaller(simulator.baseUrl(), 34);

        assertThat(other.customer("CENTGBP1")).isNotEqualTo(sage.customer("CENTGBP1"));
        assertThat(other.taxCode(1)).isNotEqualTo(sage.taxCode(1));
        assertThat(other.post("/sop_orders", sage.order("CENTGBP1", "C1", sage.standard("TEE-M", "1", "1", 1)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void only_the_first_error_is_told_and_what_is_no_json_is_refused() {
        ObjectNode order = sage.order("CENTGBP1", "C1").put("nonsense", 1).put("total_tax_value", 1);

        assertThat(sage.post("/sop_orders", order).message())
                .contains("nonsense")
                .doesNotContain("total_tax_value");
        assertThat(sage.send("POST", "/sop_orders", "{").status()).isEqualTo(400);
        assertThat(sage.send("POST", "/sop_orders", "[]").status()).isEqualTo(400);
    }

    private String refused(ObjectNode line) {
        SageCaller.Answer answer = sage.post("/sop_orders", sage.order("CENTGBP1", "C1", line));
        assertThat(answer.status()).isEqualTo(400);
        return answer.message();
    }
}
