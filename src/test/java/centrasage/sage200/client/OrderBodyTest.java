package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Reason;
import centrasage.sage200.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderBodyTest {

    @Test
    void an_order_is_written_in_ids_with_nothing_empty_in_it() {
        JsonObject expected = Json.createReader(new StringReader("""
                                {"customer_id":27006,"customer_document_no":"C10234",
                                 "document_date":"2026-11-23T00:00:00","use_invoice_address":false,
                                 "is_to_sequence_lines":true,
                                 "delivery_address":{"postal_name":"Zoë O'Neill","address_1":"1 High Street",
                                  "city":"Leeds","country":"United Kingdom","postcode":"LS1 1AA",
                                  "contact":"Zoë O'Neill","telephone_number":"0113 4960000",
                                  "email_address":"zoe@example.com","country_code_id":13},
                                 "lines":[
                                  {"line_type":"EnumLineTypeStandard","product_id":27256,"warehouse_id":501,
                                   "line_quantity":2,"to_allocate_quantity":2,"selling_unit_price":47,
                                   "tax_code_id":2},
                                  {"line_type":"EnumLineTypeCharge","code":"CARRIAGE","selling_unit_price":5,
                                   "tax_code_id":2,"nominal_reference":"4905","nominal_cost_centre":"LON",
                                   "nominal_department":"WEB"},
                                  {"line_type":"EnumLineTypeComment","description":"Gift wrap, café"}]}
                                """)).readObject();

        OrderBody body = OrderBody.of(Given.order(), Given.site());

        assertThat(body.missing()).isEmpty();
        assertThat(body.json()).isEqualTo(expected);
        assertThat(body.json().toString()).doesNotContain("payment");
    }

    @Test
    void numbers_are_never_written_with_an_exponent() {
        assertThat(OrderBody.of(Given.order(List.of(Given.standard("DRESS-RED-M", "1E+3", "0.00001"))), Given.site())
                        .json()
                        .toString())
                .contains("\"line_quantity\":1000,")
                .contains("\"selling_unit_price\":0.00001,");
        assertThat(OrderBody.plain(new BigDecimal("0E-9")).toString()).isEqualTo("0");
        assertThat(OrderBody.plain(new BigDecimal("47.12500")).toString()).isEqualTo("47.125");
    }

    @Test
    void everything_that_the_company_does_not_have_is_named_at_once() {
        Site empty =
                new Site(Given.COMPANY, false, Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

        assertThat(OrderBody.of(Given.order(), empty).missing())
                .extracting(Reason::code)
                .containsExactly(
                        "UNKNOWN_CUSTOMER",
                        "UNKNOWN_COUNTRY",
                        "UNKNOWN_PRODUCT",
                        "UNKNOWN_WAREHOUSE",
                        "UNKNOWN_TAX_CODE",
                        "UNKNOWN_CHARGE",
                        "UNKNOWN_TAX_CODE");
    }
}
