package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryOptionsTest extends SageTest {
    @BeforeEach
    void orders() {
        for (String number : List.of("C1", "C2", "O'Hara, 3", "X4")) {
            taken(sage.order("CENTGBP1", number, sage.standard("TEE-M", "1", "10.00", 1)));
        }
        long cancelled = sage.id("sop_orders", "customer_document_no", "X4");
        sage.delete("/sop_orders/" + cancelled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    customer_document_no eq 'C1'                                       | C1
                    customer_document_no eq 'c1 '                                      | C1
                    customer_document_no eq 'O''Hara, 3'                               | O'Hara, 3
                    customer_document_no eq 'C1' or customer_document_no eq 'C2'       | C1;C2
                    (customer_document_no eq 'C1' or customer_document_no eq 'X4') and document_status ne 'EnumDocumentStatusCancelled' | C1
                    customer_document_no eq 'C1' or customer_document_no eq 'X4' and document_status eq '0' | C1
                    contains(customer_document_no,'hara')                              | O'Hara, 3
                    startswith(customer_document_no, 'C')                              | C1;C2
                    endswith(customer_document_no,'4') eq false                        | C1;C2;O'Hara, 3
                    document_status eq '4'                                             | X4
                    document_status eq 'EnumDocumentStatusCancelled'                   | X4
                    document_date lt 2026-11-23                                        | ""
                    document_date ge 2026-11-23 and document_date le 2026-11-23T00:00:00.000Z | C1;C2;O'Hara, 3;X4
                    date_time_updated gt 2001-01-01T00:00:00Z                          | C1;C2;O'Hara, 3;X4
                    total_gross_value eq 12.00                                         | C1;C2;O'Hara, 3;X4
                    is_draft eq true                                                   | ""
                    external_reference eq null and customer_document_no ne null        | C1;C2;O'Hara, 3;X4
                    """)
    void filters_find(String filter, String numbers) {
        assertThat(numbers(sage.list("sop_orders", "$filter", filter).json()))
                .isEqualTo(numbers.isEmpty() ? List.of() : List.of(numbers.split(";", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_document_no eq C1",
                "customer_id eq '5'",
                "document_status eq 4",
                "document_date eq '2026-11-23'",
                "date_time_updated gt 2026-02-24T09:52:11",
                "document_date gt 2026-02-30",
                "nothing eq 1",
                "lines eq 1",
                "customer_document_no eq 'C1",
                "customer_document_no = 'C1'",
                "customer_document_no eq 'C1' AND is_draft eq true",
                "(customer_document_no eq 'C1'",
                "contains(customer_id,'1')",
                "not contains(customer_document_no,'1')",
                "customer_document_no like 'C'",
                ""
            })
    void filters_that_sage_does_not_know_are_refused(String filter) {
        SageCaller.Answer answer = sage.list("sop_orders", "$filter", filter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isNotBlank();
    }

    @Test
    void one_field_orders_and_pages() {
        assertThat(numbers(sage.list("sop_orders", "$orderby", "customer_document_no desc", "$top", "2")
                        .json()))
                .containsExactly("X4", "O'Hara, 3");
        assertThat(numbers(sage.list("sop_orders", "$orderby", "id", "$skip", "1", "$top", "2")
                        .json()))
                .containsExactly("C2", "O'Hara, 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$skip    | 1              | $skip must go with $orderby",
                "$top     | 5001           | $top must lie between 1 and 5000",
                "$top     | x              | $top must be a number",
                "$orderby | id,document_no | one field",
                "$orderby | id up          | one field",
                "$orderby | lines          | to order by",
                "$select  | lines          | cannot be selected",
                "$select  | colour         | cannot be selected",
                "$expand  | customer_id    | cannot be expanded",
                "$search  | x              | not supported",
            })
    void options_that_do_not_fit_are_refused(String option, String value, String message) {
        SageCaller.Answer answer = sage.list("sop_orders", option, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(message);
    }

    @Test
    void a_list_is_a_bare_array_of_500_unless_more_are_asked_for() {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < 600; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"code\": \"P").append(i).append("\"}");
        }
        sage.send("POST", "/control/products", rows.append(']').toString());

        assertThat(sage.get("/products").json()).hasSize(500);
        assertThat(sage.list("products", "$top", "5000").json().size()).isGreaterThan(600);
    }

    @Test
    void select_reaches_into_expanded_children() {
        JsonNode row = sage.list("sop_orders", "$select", "id,customer.reference", "$expand", "customer")
                .json()
                .path(0);

        assertThat(row.size()).isEqualTo(2);
        assertThat(row.at("/customer/reference").asText()).isEqualTo("CENTGBP1");
    }

    @Test
    void a_single_record_takes_only_select_and_expand() {
        long id = sage.customer("CENTGBP1");

        assertThat(sage.list("customers/" + id, "$select", "reference").body())
                .isEqualTo("{\"reference\":\"CENTGBP1\"}");
        assertThat(sage.list("customers/" + id, "$filter", "id eq 1").status()).isEqualTo(400);
    }

    private static List<String> numbers(JsonNode rows) {
        List<String> numbers = new ArrayList<>();
        rows.forEach(row -> numbers.add(row.path("customer_document_no").asText()));
        return numbers;
    }
}
