package centrasage.orders.amendment;

import static centrasage.orders.amendment.Drafts.carriage;
import static centrasage.orders.amendment.Drafts.goods;
import static centrasage.orders.amendment.Drafts.order;
import static centrasage.orders.amendment.Drafts.pennies;
import static centrasage.orders.amendment.Drafts.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of the ways in which Centra changes an order may be followed, and what a person is told of it. */
class AmendmentPlannerTest {
    private static final NewSalesOrder POSTED = order(
            "96.00",
            "16.00",
            goods("JUMPER", 2, "30.00"),
            Line.comment("For Zoë"),
            goods("SCARF", 1, "15.00"),
            carriage("5.00"));

    private final AmendmentPlanner planner = new AmendmentPlanner(new BigDecimal("2.00"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("followed")
    void goods_that_are_cancelled_are_followed(String words, NewSalesOrder now) {
        Amending amending = planner.plan(POSTED, now);
        assertThat(amending.against()).isEmpty();
        assertThat(amending.mayBeSent()).isTrue();
        assertThat(amending.words()).isEqualTo(words);
    }

    private static Stream<Arguments> followed() {
        return Stream.of(
                arguments(
                        "JUMPER from 2 to 1",
                        order(
                                "60.00",
                                "10.00",
                                goods("JUMPER", 1, "30.00"),
                                Line.comment("For Zoë"),
                                goods("SCARF", 1, "15.00"),
                                carriage("5.00"))),
                arguments(
                        "take out SCARF (1 at 15)",
                        order("78.00", "13.00", goods("JUMPER", 2, "30.00"), carriage("5.00"))),
                arguments(
                        "JUMPER from 2 to 1; the charge CARRIAGE at 3.5 instead of 5; take out SCARF (1 at 15);"
                                + " add the charge ROUNDING (0.01)",
                        order("40.21", "6.70", goods("JUMPER", 1, "30.00"), carriage("3.50"), pennies("0.01"))),
                arguments(
                        "take out JUMPER (2 at 30); take out the charge CARRIAGE (5)",
                        order("18.00", "3.00", goods("SCARF", 1, "15.00"))),
                arguments(
                        "JUMPER from 2 to 1, at 29.99 instead of 30",
                        order(
                                "59.99",
                                "10.00",
                                goods("JUMPER", 1, "29.99"),
                                goods("SCARF", 1, "15.00"),
                                carriage("5.00"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leftToPeople")
    void anything_else_is_left_to_people(String against, String words, NewSalesOrder now) {
        Amending amending = planner.plan(POSTED, now);
        assertThat(amending.mayBeSent()).isFalse();
        assertThat(amending.against()).contains(against);
        assertThat(amending.words()).isEqualTo(words);
    }

    private static Stream<Arguments> leftToPeople() {
        Line jumpers = goods("JUMPER", 2, "30.00");
        Line jumper = goods("JUMPER", 1, "30.00");
        Line scarf = goods("SCARF", 1, "15.00");
        Line carriage = carriage("5.00");
        return Stream.of(
                arguments(
                        "none of its goods is cancelled",
                        "the charge CARRIAGE at 3 instead of 5",
                        order("93.60", "15.60", jumpers, scarf, carriage("3.00"))),
                arguments(
                        "a line is added: add HAT (1 at 10)",
                        "JUMPER from 2 to 1; add HAT (1 at 10)",
                        order("72.00", "12.00", jumper, scarf, carriage, goods("HAT", 1, "10.00"))),
                arguments(
                        "a line is added: add the charge ROUNDING (25)",
                        "JUMPER from 2 to 1; add the charge ROUNDING (25)",
                        order("85.00", "10.00", jumper, scarf, carriage, pennies("25.00"))),
                arguments(
                        "a line has more goods or another price: SCARF from 1 to 2",
                        "JUMPER from 2 to 1; SCARF from 1 to 2",
                        order("78.00", "13.00", jumper, goods("SCARF", 2, "15.00"), carriage)),
                arguments(
                        "a line has more goods or another price: JUMPER from 2 to 1, at 25 instead of 30",
                        "JUMPER from 2 to 1, at 25 instead of 30",
                        order("54.00", "9.00", goods("JUMPER", 1, "25.00"), scarf, carriage)),
                arguments(
                        "its delivery address or contact is another one",
                        "JUMPER from 2 to 1; its delivery address or contact as in Centra",
                        to("2 Low Road", "60.00", "10.00", jumper, scarf, carriage)),
                arguments(
                        "its comments are others",
                        "JUMPER from 2 to 1; its comments as in Centra",
                        order("60.00", "10.00", jumper, Line.comment("For Ann"), scarf, carriage)),
                arguments("none of its goods is cancelled", "", order("96.00", "16.00", jumpers, scarf, carriage)));
    }

    @Test
    void no_name_is_ever_in_the_words() {
        NewSalesOrder other = to("2 Low Road", "60.00", "10.00", goods("JUMPER", 1, "30.00"), Line.comment("For Ann"));
        Amending amending = planner.plan(POSTED, other);
        assertThat(amending.words() + amending.against()).doesNotContain("Zoë", "Ann", "Road");
    }

    @Test
    void a_long_list_ends_with_where_the_rest_is_shown() {
        Line[] many = Stream.iterate(1, n -> n + 1)
                .limit(12)
                .map(n -> goods("ITEM-" + n, 2, "10.00"))
                .toArray(Line[]::new);
        Line[] fewer = Stream.iterate(1, n -> n + 1)
                .limit(12)
                .map(n -> goods("ITEM-" + n, 1, "10.00"))
                .toArray(Line[]::new);
        assertThat(planner.plan(order("288.00", "48.00", many), order("144.00", "24.00", fewer))
                        .words())
                .startsWith("ITEM-1 from 2 to 1; ")
                .endsWith("; and 2 lines more, see both versions");
    }
}
