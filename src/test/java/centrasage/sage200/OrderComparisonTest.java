package centrasage.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An order in Sage beside the one that was meant: two dresses, a scarf, the shipping, a rounding and a comment. */
class OrderComparisonTest {
    private static final Site SITE = new Site(
            "33",
            false,
            Map.of("CENTGBP1", new Site.Customer(7, "CENTGBP1", "GBP", false)),
            Map.of("DRESS", 100L, "SCARF", 101L, "HAT", 102L),
            Set.of(),
            Map.of(),
            Map.of(1, new Site.TaxCode(51, 1, new BigDecimal("20")), 2, new Site.TaxCode(52, 2, BigDecimal.ZERO)),
            Map.of(),
            Map.of());

    private static NewSalesOrder.Line goods(String code, int quantity, String price) {
        return meant(LineType.STANDARD, code, quantity, price, 1);
    }

    private static NewSalesOrder.Line meant(LineType type, String code, int quantity, String price, int taxCode) {
        BigDecimal pieces = BigDecimal.valueOf(quantity);
        return new NewSalesOrder.Line(
                type, code, null, null, pieces, BigDecimal.ZERO, new BigDecimal(price), taxCode, null, Map.of());
    }

    private static final List<NewSalesOrder.Line> MEANT = List.of(
            goods("DRESS", 2, "49.50"),
            goods("SCARF", 1, "8.33333"),
            meant(LineType.CHARGE, "CARRIAGE", 1, "5", 1),
            meant(LineType.CHARGE, "ROUND", 1, "-0.01", 2),
            NewSalesOrder.Line.comment("a gift"));

    private static SalesOrder.Line held(
            String type,
            @Nullable Long product,
            @Nullable String code,
            @Nullable String quantity,
            @Nullable String price,
            @Nullable Long tax) {
        return new SalesOrder.Line(
                null,
                "EnumLineType" + type,
                product,
                code,
                quantity == null ? null : new BigDecimal(quantity),
                price == null ? null : new BigDecimal(price),
                tax);
    }

    private static final SalesOrder.Line DRESS = held("Standard", 100L, "DRESS", "2.00000", "49.50000", 51L);
    private static final SalesOrder.Line SCARF = held("Standard", 101L, "SCARF", "1.00000", "8.33333", 51L);
    private static final SalesOrder.Line CARRIAGE = held("Charge", null, "CARRIAGE", null, "5.00000", 51L);
    private static final SalesOrder.Line ROUND = held("Charge", null, "ROUND", null, "-0.01000", 52L);
    private static final SalesOrder.Line COMMENT = held("Comment", null, null, null, null, null);

    private static OrderComparison comparison(List<NewSalesOrder.Line> meant, List<SalesOrder.Line> held) {
        NewSalesOrder order = new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C1",
                LocalDate.of(2026, 11, 23),
                new DeliveryAddress("Zoë", "", "", "", "", "", "", "", "GB", "", "", "", ""),
                Map.of(),
                meant,
                Money.of("133.99", "GBP"),
                Money.of("22.33", "GBP"));
        SalesOrder there = new SalesOrder(
                1,
                "0000000001",
                "C1",
                7,
                null,
                "EnumDocumentStatusLive",
                false,
                new BigDecimal("133.99"),
                new BigDecimal("22.33"),
                held,
                null);
        return new OrderComparison(there, order, SITE);
    }

    private static List<SalesOrder.Line> asMeant() {
        return new ArrayList<>(List.of(DRESS, SCARF, CARRIAGE, ROUND, COMMENT));
    }

    @Test
    void what_was_meant_has_no_difference_in_whatever_order_its_lines_come() {
        List<SalesOrder.Line> held = asMeant();
        assertThat(comparison(MEANT, held).lines()).isEmpty();
        Collections.reverse(held);
        assertThat(comparison(MEANT, held).lines()).isEmpty();
        assertThat(comparison(MEANT, held).lineCount()).isEmpty();
        assertThat(comparison(MEANT, held).customer()).isEmpty();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "its line DRESS has a quantity of 3, not 2",
                        held -> held.set(0, held("Standard", 100L, "DRESS", "3", "49.50", 51L))),
                change(
                        "its line DRESS has a price of 40, not 49.5",
                        held -> held.set(0, held("Standard", 100L, "DRESS", "2", "40", 51L))),
                change(
                        "its line SCARF has tax code 2, not 1",
                        held -> held.set(1, held("Standard", 101L, "SCARF", "1", "8.33333", 52L))),
                change(
                        "its line SCARF has another tax code, not 1",
                        held -> held.set(1, held("Standard", 101L, "SCARF", "1", "8.33333", 99L))),
                change(
                        "it has no line SCARF|it has a line HAT too many",
                        held -> held.set(1, held("Standard", 102L, "HAT", "1", "8.33333", 51L))),
                change("it has no line DRESS", held -> held.remove(0)),
                change("it has a line ROUND too many", held -> held.add(ROUND)),
                change(
                        "its line ROUND has a price of 0, not -0.01",
                        held -> held.set(3, held("Charge", null, "ROUND", null, "0", 52L))),
                change(
                        "it has a line without a code too many",
                        held -> held.add(held("FreeText", null, null, "1", "1", 51L))),
                change("", held -> held.remove(COMMENT)));
    }

    private static Arguments change(String words, Consumer<List<SalesOrder.Line>> change) {
        return Arguments.of(words, change);
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("changes")
    void each_change_of_a_priced_line_is_told(String words, Consumer<List<SalesOrder.Line>> change) {
        List<SalesOrder.Line> held = asMeant();
        change.accept(held);
        List<String> expected = words.isEmpty() ? List.of() : List.of(words.split("\\|"));
        assertThat(comparison(MEANT, held).lines()).isEqualTo(expected);
    }

    @Test
    void the_same_goods_on_two_lines_are_told_apart_by_the_rest() {
        List<NewSalesOrder.Line> meant = List.of(goods("DRESS", 2, "49.50"), goods("DRESS", 1, "30"));
        SalesOrder.Line other = held("Standard", 100L, "DRESS", "1", "30", 51L);
        assertThat(comparison(meant, List.of(other, DRESS)).lines()).isEmpty();
        assertThat(comparison(meant, List.of(DRESS, held("Standard", 100L, "DRESS", "1", "31", 51L)))
                        .lines())
                .containsExactly("its line DRESS has a price of 31, not 30");
    }

    @Test
    void what_is_not_told_of_a_line_is_not_compared_and_a_bare_line_says_nothing_but_that_it_is_there() {
        SalesOrder.Line withoutPrice = held("Standard", 100L, null, "2", null, null);
        assertThat(comparison(MEANT, List.of(withoutPrice, SCARF, CARRIAGE, ROUND))
                        .lines())
                .isEmpty();
        SalesOrder.Line bare = new SalesOrder.Line(null, null, null, null, null, null, null);
        OrderComparison told = comparison(MEANT, List.of(bare, bare));
        assertThat(told.lines()).isEmpty();
        assertThat(told.lineCount()).hasValue("it has 2 lines, not 5");
    }

    @Test
    void a_product_that_was_renamed_since_is_no_difference() {
        List<NewSalesOrder.Line> meant = List.of(goods("OLD-NAME", 2, "49.50"));
        assertThat(comparison(meant, List.of(DRESS)).lines()).isEmpty();
    }

    @Test
    void of_many_differences_the_first_are_told_and_the_others_counted() {
        List<NewSalesOrder.Line> meant = IntStream.range(0, 10_000)
                .mapToObj(line -> goods("DRESS", 1 + line, "1"))
                .toList();
        assertThat(comparison(meant, List.of()).lines()).hasSize(6).last().isEqualTo("and 9995 differences more");
    }
}
