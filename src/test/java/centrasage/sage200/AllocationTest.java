package centrasage.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much of an order asks for stock, and how it asks for less. */
class AllocationTest {
    private static final NewSalesOrder ORDER = order(goods("DRESS", 2), charge(), goods("SCARF", 3), goods("DRESS", 1));

    @Test
    void an_order_as_planned_asks_for_all_of_its_goods_and_for_nothing_of_its_charges() {
        assertThat(ORDER.allocates()).isTrue();
        assertThat(ORDER.allocatesInFull()).isTrue();
    }

    @Test
    void each_line_asks_for_what_is_left_the_first_lines_first_and_in_whole_pieces() {
        NewSalesOrder limited = ORDER.allocatingAtMost(free("DRESS", "2.00000", "SCARF", "1.90000"));
        assertThat(allocated(limited)).containsExactly("2", "0", "1", "0");
        assertThat(limited.allocatesInFull()).isFalse();
        assertThat(limited.allocates()).isTrue();
    }

    @Test
    void what_is_not_held_or_oversold_has_nothing() {
        NewSalesOrder limited = ORDER.allocatingAtMost(free("DRESS", "-4.00000", "SOCKS", "9"));
        assertThat(allocated(limited)).containsExactly("0", "0", "0", "0");
        assertThat(limited.allocates()).isFalse();
    }

    @Test
    void nobody_asks_for_more_than_was_ordered() {
        assertThat(ORDER.allocatingAtMost(free("DRESS", "100", "SCARF", "100"))).isEqualTo(ORDER);
    }

    @Test
    void nothing_but_the_allocation_changes() {
        NewSalesOrder none = ORDER.withoutAllocation();
        assertThat(allocated(none)).containsExactly("0", "0", "0", "0");
        assertThat(none.lines())
                .extracting(Line::quantity)
                .isEqualTo(ORDER.lines().stream().map(Line::quantity).toList());
        assertThat(none.total()).isEqualTo(ORDER.total());
    }

    private static List<String> allocated(NewSalesOrder order) {
        return order.lines().stream()
                .map(line -> line.toAllocate().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static Map<Holding, BigDecimal> free(String one, String ofOne, String other, String ofOther) {
        return Map.of(
                new Holding(one, "WEB"), new BigDecimal(ofOne), new Holding(other, "WEB"), new BigDecimal(ofOther));
    }

    private static NewSalesOrder order(Line... lines) {
        return new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                LocalDate.of(2026, 11, 23),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(lines),
                Money.of("60.00", "GBP"),
                Money.of("10.00", "GBP"));
    }

    private static Line goods(String code, int quantity) {
        BigDecimal pieces = BigDecimal.valueOf(quantity);
        return new Line(LineType.STANDARD, code, null, "WEB", pieces, pieces, BigDecimal.TEN, 1, null, Map.of());
    }

    private static Line charge() {
        BigDecimal one = BigDecimal.ONE;
        return new Line(LineType.CHARGE, "CARRIAGE", null, null, one, BigDecimal.ZERO, one, 1, null, Map.of());
    }
}
