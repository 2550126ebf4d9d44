package centrasage.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parcel 10234-1, held against a despatch of order C10234 with a line of socks in dozens and two of red shirts. */
class DespatchComparisonTest {
    private static final OpenOrder ORDER = new OpenOrder(
            7,
            "0000000231",
            "C10234",
            "EnumDocumentStatusLive",
            false,
            List.of(line(11, "SOCKS", 4, 48), line(12, "RED", 2, 2), line(13, "RED", 1, 1)));

    private static OpenOrder.Line line(long id, String product, int quantity, int inStock) {
        return new OpenOrder.Line(
                id, product, BigDecimal.valueOf(quantity), BigDecimal.ZERO, BigDecimal.valueOf(inStock), 1L);
    }

    /** So many of each product. */
    private static NewDespatch parcel(Map<String, Integer> products) {
        List<NewDespatch.Line> lines = new ArrayList<>();
        products.forEach((product, quantity) ->
                lines.add(new NewDespatch.Line(product, 0, BigDecimal.valueOf(quantity), "HOME")));
        return new NewDespatch(
                "33",
                "C10234",
                "10234-1",
                LocalDate.of(2026, 11, 23),
                lines,
                new NewDespatch.Tracking("DHL", "JD1"),
                1,
                Money.of("20", "GBP"));
    }

    /** So much of each line. */
    private static DespatchComparison compared(Map<Long, Integer> there, Map<String, Integer> meant) {
        Map<Long, BigDecimal> quantities = new HashMap<>();
        there.forEach((line, quantity) -> quantities.put(line, BigDecimal.valueOf(quantity)));
        Despatch despatch = new Despatch(1, "0001", "", "10234-1", "DHL", "JD1", quantities);
        return new DespatchComparison(despatch, List.of(ORDER), parcel(meant));
    }

    @Test
    void it_is_the_same_in_the_units_of_the_order_and_in_those_of_the_stock() {
        Map<String, Integer> meant = Map.of("SOCKS", 2, "RED", 3);
        assertThat(compared(Map.of(11L, 2, 12L, 2, 13L, 1), meant).isSame()).isTrue();
        assertThat(compared(Map.of(11L, 24, 12L, 2, 13L, 1), meant).isSame()).isTrue();
        assertThat(compared(Map.of(11L, 12, 12L, 2, 13L, 1), meant).isSame()).isFalse();
    }

    @Test
    void products_are_the_same_in_either_case() {
        assertThat(compared(Map.of(12L, 2), Map.of("red", 2)).isSame()).isTrue();
    }

    @Test
    void what_differs_is_told_by_product_and_what_is_the_same_in_either_unit_is_not() {
        DespatchComparison compared = compared(Map.of(11L, 24, 12L, 2), Map.of("SOCKS", 2, "BLUE", 1));
        assertThat(compared.isSame()).isFalse();
        assertThat(compared.differences()).containsExactly("BLUE 0 instead of 1", "RED 2 instead of 0");
    }

    @Test
    void a_line_that_no_order_has_is_no_goods() {
        assertThat(compared(Map.of(12L, 2, 99L, 1), Map.of("RED", 2)).isSame()).isTrue();
    }
}
