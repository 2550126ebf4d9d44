package centrasage.sage200;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesOrderJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"47.00", "47.00000", "0", "0.00000", "-0.01", "1E+3", "0E-9", "12345678901234567.89012"})
    void an_order_that_is_written_and_read_is_the_same_order_to_the_last_decimal(String price) {
        NewSalesOrder order = order(new BigDecimal(price));

        assertThat(SalesOrderJson.read(SalesOrderJson.write(order))).isEqualTo(order);
    }

    @Test
    void the_same_order_is_always_the_same_text() {
        assertThat(SalesOrderJson.write(order(BigDecimal.ONE)))
                .isEqualTo(SalesOrderJson.write(order(BigDecimal.ONE)))
                .contains("\"total\":{\"amount\":\"1180\",\"currency\":\"JPY\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"company\":1}", "nonsense"})
    void anything_else_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> SalesOrderJson.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the stored sales order cannot be read");
    }

    private static NewSalesOrder order(BigDecimal price) {
        return new NewSalesOrder(
                "3",
                "CENTJPY1",
                "C10234",
                LocalDate.of(2026, 2, 28),
                new DeliveryAddress(
                        "山田 \"太郎\"", "1 \\ 2", "", "\t", "", "東京", "", "100-0001", "JP", "", "", "a@b.jp", ""),
                Map.of(),
                List.of(
                        new Line(
                                LineType.STANDARD,
                                "SKU",
                                null,
                                "HOME",
                                BigDecimal.ONE,
                                BigDecimal.ZERO,
                                price,
                                1,
                                "4000",
                                Map.of()),
                        new Line(
                                LineType.COMMENT,
                                null,
                                "",
                                null,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                null,
                                null,
                                Map.of())),
                Money.of("1180", "JPY"),
                Money.of("107", "JPY"));
    }
}
