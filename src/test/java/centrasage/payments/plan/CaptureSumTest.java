package centrasage.payments.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.OrderPayments;
import centrasage.flow.OrdersFrom;
import centrasage.payments.PaymentRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was taken, beside what the order comes to: 59.90. */
class CaptureSumTest {
    private static final MoneyPlanner PLANNER = new MoneyPlanner(
            entry -> "",
            new PaymentRules(OrdersFrom.parse("2026-11-01"), ZoneId.of("Europe/London"), "33", Set.of("CAPTURE")));

    /** {@code CAPTURE:SUCCESS:59.90}; what was given back for a return has the return's id behind it. */
    private static OrderPayments.Entry entry(String text) {
        String[] parts = text.split(":", -1);
        return new OrderPayments.Entry(
                1,
                Instant.EPOCH,
                parts[0],
                parts[1],
                new BigDecimal(parts[2]),
                "GBP",
                "PSP",
                "adyen",
                parts.length > 3 ? Long.valueOf(parts[3]) : null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CONFIRMED, , -",
                "SHIPPED, , -",
                "SHIPPED, AUTH:SUCCESS:59.90, CAPTURED_BELOW_ORDER 59.90",
                "CONFIRMED, CAPTURE:SUCCESS:59.90, -",
                "CONFIRMED, CAPTURE:SUCCESS:20.00, -",
                "SHIPPED, CAPTURE:SUCCESS:59.90, -",
                "SHIPPED, CAPTURE:SUCCESS:20.00 CAPTURE:SUCCESS:39.90, -",
                "SHIPPED, CAPTURE:SUCCESS:20.00 CAPTURE_GIFT_CARD:SUCCESS:39.90, -",
                "SHIPPED, CAPTURE:SUCCESS:20.00, CAPTURED_BELOW_ORDER 39.90",
                "ARCHIVED, CAPTURE:SUCCESS:20.00, CAPTURED_BELOW_ORDER 39.90",
                "ARCHIVED, CAPTURE:SUCCESS:59.90, -",
                "SHIPPED, CAPTURE_REQUEST:PENDING:59.90, -",
                "SHIPPED, CAPTURE_REQUEST:PENDING:59.90 CAPTURE:SUCCESS:59.90, -",
                "SHIPPED, CAPTURE_REQUEST:PENDING:59.90 CAPTURE:SUCCESS:59.80, CAPTURED_BELOW_ORDER 0.10",
                "SHIPPED, CAPTURE_REQUEST:PENDING:59.90 CAPTURE_FAILED:FAILED:59.90, CAPTURED_BELOW_ORDER 59.90",
                "SHIPPED, CAPTURE_GIFT_CARD:SUCCESS:20.00 CAPTURE_REQUEST:PENDING:39.90, -",
                "SHIPPED, AUTH_PENDING:PENDING:59.90 CAPTURE:SUCCESS:20.00, CAPTURED_BELOW_ORDER 39.90",
                "SHIPPED, CAPTURE:SUCCESS:59.90 REFUND:SUCCESS:-20.00, -",
                "SHIPPED, CAPTURE:SUCCESS:60.00, CAPTURED_ABOVE_ORDER 0.10",
                "SHIPPED, CAPTURE:SUCCESS:60.00 REFUND:SUCCESS:0.10, -",
                "CONFIRMED, CAPTURE:SUCCESS:59.90 CAPTURE:SUCCESS:59.90, CAPTURED_ABOVE_ORDER 59.90",
                "SHIPPED, CAPTURE:SUCCESS:59.90 REFUND:SUCCESS:59.90:7, -",
                "SHIPPED, CAPTURE:SUCCESS:59.90 CAPTURE:SUCCESS:59.90 REFUND:SUCCESS:59.90:7, CAPTURED_ABOVE_ORDER 59.90",
                "SHIPPED, CAPTURE:SUCCESS:59.90 CAPTURE:SUCCESS:59.90 REFUND:SUCCESS:20.00:7, CAPTURED_ABOVE_ORDER 59.90",
                "SHIPPED, CAPTURE:SUCCESS:59.90 CAPTURE:SUCCESS:59.90 REFUND:SUCCESS:59.90 REFUND:SUCCESS:20.00:7, -",
                "CANCELLED, CAPTURE:SUCCESS:59.90 REFUND:SUCCESS:59.90:7, -",
                "CANCELLED, CAPTURE:SUCCESS:59.90, CAPTURED_ABOVE_ORDER 59.90",
                "CANCELLED, CAPTURE:SUCCESS:59.90 REFUND:SUCCESS:59.90, -",
                "CANCELLED, AUTH:SUCCESS:59.90, -"
            })
    void too_much_is_told_at_once_and_too_little_when_no_more_can_follow(
            String status, String entries, String expected) {
        OrderPayments payments = new OrderPayments(
                10234,
                status,
                Instant.EPOCH,
                "UK",
                "UK",
                "GBP",
                "GB",
                "",
                new BigDecimal("59.90"),
                entries == null || entries.isBlank()
                        ? List.of()
                        : Arrays.stream(entries.split(" ", -1))
                                .map(CaptureSumTest::entry)
                                .toList());
        assertThat(PLANNER.difference(payments)
                        .map(found -> found.reason().code() + " "
                                + found.difference().amount().toPlainString())
                        .orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void an_order_that_comes_to_less_than_nothing_has_nothing_too_much() {
        OrderPayments payments = new OrderPayments(
                10234,
                "CONFIRMED",
                Instant.EPOCH,
                "UK",
                "UK",
                "GBP",
                "GB",
                "",
                new BigDecimal("-59.90"),
                List.of(entry("AUTH:SUCCESS:1.00")));
        assertThat(PLANNER.difference(payments)).isEmpty();
    }
}
