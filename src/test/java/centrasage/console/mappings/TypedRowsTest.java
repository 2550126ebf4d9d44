package centrasage.console.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form says of the rows of a sheet, whatever has become of the sheet since the form was made. */
class TypedRowsTest {
    private static final SheetForm SKUS = SheetForm.named("skus").orElseThrow();
    private static final Grid SHEET =
            Grid.of(SKUS, "company,sku,product\n33,A,PA\n33,B,PB\n").orElseThrow();

    private static final String A = SHEET.content(SHEET.rows().get(0));
    private static final String B = SHEET.content(SHEET.rows().get(1));

    private static HttpServletRequest form(Map<String, String[]> values) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                TypedRowsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    String[] given = values.get(String.valueOf(arguments[0]));
                    return method.getName().equals("getParameterValues") ? given : given == null ? null : given[0];
                });
    }

    private static String[] all(String... values) {
        return values;
    }

    private static String over(Grid grid, Map<String, String[]> values) {
        return TypedRows.of(form(values), SKUS.columns()).over(grid).text();
    }

    @Test
    void a_changed_cell_a_new_row_and_a_removed_one() {
        assertThat(over(
                        SHEET,
                        Map.of(
                                "was", all(A, B, "", ""),
                                "cell-company", all("33", "33", "", ""),
                                "cell-sku", all("A", "B", "C", ""),
                                "cell-product", all("NEW", "PB", "PC", " "),
                                "remove", all("1"))))
                .isEqualTo("company,sku,product\n33,A,NEW\n,C,PC\n");
    }

    @Test
    void rows_that_the_form_did_not_show_stay_and_pasted_ones_come_below() {
        assertThat(over(
                        SHEET,
                        Map.of(
                                "was", all(B),
                                "cell-company", all("33"),
                                "cell-sku", all("B"),
                                "cell-product", all("OTHER"),
                                "pasted", all("33\tD\tPD\n"))))
                .isEqualTo("company,sku,product\n33,A,PA\n33,B,OTHER\n33,D,PD\n");
    }

    @Test
    void what_was_typed_over_a_row_that_is_gone_by_now_is_added_and_what_was_not_touched_does_not_come_back() {
        Grid without = Grid.of(SKUS, "company,sku,product\n33,Z,PZ\n").orElseThrow();

        assertThat(over(
                        without,
                        Map.of(
                                "was", all(A, B),
                                "cell-company", all("33", "33"),
                                "cell-sku", all("A", "B"),
                                "cell-product", all("TYPED", "PB"))))
                .isEqualTo("company,sku,product\n33,Z,PZ\n33,A,TYPED\n");
    }
}
