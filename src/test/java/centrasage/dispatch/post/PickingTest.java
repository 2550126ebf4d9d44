package centrasage.dispatch.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.OpenOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which lines of Sage's order a parcel takes. */
class PickingTest {
    private static final Map<String, Long> WAREHOUSES = Map.of("HOME", 1L, "NORD", 2L);

    private static Picking picking(List<OpenOrder.Line> lines, NewDespatch.Line... wanted) {
        NewDespatch despatch = new NewDespatch(
                "33",
                "C10234",
                "10234-1",
                LocalDate.of(2026, 11, 23),
                List.of(wanted),
                new NewDespatch.Tracking("", ""),
                null,
                Money.of("10", "GBP"));
        OpenOrder order = new OpenOrder(7, "0000000231", "C10234", "EnumDocumentStatusLive", false, lines);
        return new Picking(despatch, order, WAREHOUSES);
    }

    private static NewDespatch.Line wanted(String product, int place, String quantity) {
        return new NewDespatch.Line(product, place, new BigDecimal(quantity), "HOME");
    }

    private static OpenOrder.Line line(long id, String product, String quantity, String despatched) {
        return line(id, product, quantity, despatched, null, 1L);
    }

    private static OpenOrder.Line line(
            long id,
            String product,
            String quantity,
            String despatched,
            @Nullable String stock,
            @Nullable Long warehouse) {
        return new OpenOrder.Line(
                id,
                product,
                new BigDecimal(quantity),
                new BigDecimal(despatched),
                stock == null ? null : new BigDecimal(stock),
                warehouse);
    }

    @Test
    void of_two_lines_of_one_product_the_one_at_the_same_place_is_taken() {
        List<OpenOrder.Line> lines =
                List.of(line(1, "RED", "2", "0"), line(2, "BLUE", "1", "0"), line(3, "RED", "2", "0"));
        assertThat(picking(lines, wanted("RED", 1, "2")).picked().quantities())
                .containsExactly(Map.entry(3L, new BigDecimal("2")));
        assertThat(picking(lines, wanted("red", 0, "1")).picked().quantities())
                .containsExactly(Map.entry(1L, new BigDecimal("1")));
    }

    @Test
    void where_that_one_has_not_enough_the_others_give_the_rest() {
        List<OpenOrder.Line> lines = List.of(line(1, "RED", "2", "0"), line(3, "RED", "2", "1"));
        Picking picking = picking(lines, wanted("RED", 1, "3"));
        assertThat(picking.missing()).isEmpty();
        assertThat(picking.picked().quantities())
                .containsOnly(Map.entry(3L, new BigDecimal("1")), Map.entry(1L, new BigDecimal("2")));
    }

    @Test
    void two_lines_of_one_parcel_never_take_the_same_piece() {
        List<OpenOrder.Line> lines = List.of(line(1, "RED", "2", "0"));
        Picking picking = picking(lines, wanted("RED", 0, "1"), wanted("RED", 1, "2"));
        assertThat(picking.missing())
                .singleElement()
                .extracting(Reason::what)
                .asString()
                .contains("only 1 ");
    }

    @Test
    void more_than_is_outstanding_and_what_was_never_ordered_is_told() {
        List<OpenOrder.Line> lines = List.of(line(1, "RED", "2", "2"));
        assertThat(picking(lines, wanted("RED", 0, "1")).missing())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("NOT_OUTSTANDING");
                    assertThat(reason.what()).contains("0000000231").contains("only 0 are still");
                    assertThat(reason.remedy()).contains("10234-1");
                });
        assertThat(picking(lines, wanted("GREEN", 0, "1")).missing())
                .singleElement()
                .extracting(Reason::what)
                .asString()
                .contains("has no line of product GREEN");
    }

    @Test
    void quantities_go_out_in_stock_units() {
        List<OpenOrder.Line> dozens = List.of(line(1, "SOCKS", "2", "0", "24", 1L));
        assertThat(picking(dozens, wanted("SOCKS", 0, "1"))
                        .picked()
                        .quantities()
                        .get(1L))
                .isEqualByComparingTo("12");
    }

    @Test
    void a_line_of_another_warehouse_is_told_and_one_that_does_not_say_is_not() {
        assertThat(picking(List.of(line(1, "RED", "1", "0", null, 2L)), wanted("RED", 0, "1"))
                        .elsewhere())
                .extracting(Reason::code)
                .containsExactly("OTHER_WAREHOUSE");
        assertThat(picking(List.of(line(1, "RED", "1", "0", null, null)), wanted("RED", 0, "1"))
                        .elsewhere())
                .isEmpty();
    }
}
