package centrasage.centra;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of the payments of an order is money, taken and given back. */
class OrderPaymentsTest {
    private static final Set<String> TYPES = OrderPayments.types("capture, MARKED_AS_PAID");

    private static OrderPayments payments(String... types) {
        List<OrderPayments.Entry> entries = Arrays.stream(types)
                .map(type -> new OrderPayments.Entry(
                        1,
                        Instant.EPOCH,
                        type.replace("!", ""),
                        type.endsWith("!") ? "FAILED" : "SUCCESS",
                        new BigDecimal("-10.00"),
                        "GBP",
                        "PSP1",
                        "adyen",
                        null))
                .toList();
        return new OrderPayments(
                10234, "CANCELLED", Instant.EPOCH, "UK", "UK", "GBP", "GB", "", new BigDecimal("59.90"), entries);
    }

    private static List<String> types(List<OrderPayments.Entry> entries) {
        return entries.stream().map(OrderPayments.Entry::type).toList();
    }

    @Test
    void what_has_happened_of_the_types_of_the_operator_and_of_gift_cards_was_taken() {
        OrderPayments payments = payments(
                "AUTH",
                "CAPTURE",
                "CAPTURE!",
                "CAPTURE_REQUEST",
                "REFUND",
                "MARKED_AS_PAID",
                "PREPAID",
                "CAPTURE_GIFT_CARD",
                "REFUND_GIFT_CARD",
                "REFUND!");
        assertThat(types(payments.taken(TYPES))).containsExactly("CAPTURE", "MARKED_AS_PAID", "CAPTURE_GIFT_CARD");
        assertThat(types(payments.givenBack())).containsExactly("REFUND", "REFUND_GIFT_CARD");
        assertThat(types(payments.money(TYPES)))
                .containsExactly("CAPTURE", "REFUND", "MARKED_AS_PAID", "CAPTURE_GIFT_CARD", "REFUND_GIFT_CARD");
        assertThat(OrderPayments.sum(payments.taken(TYPES)))
                .as("whatever the sign")
                .isEqualByComparingTo("30.00");
        assertThat(payments.isCancelled()).isTrue();
    }

    @Test
    void the_types_may_be_written_in_either_case() {
        assertThat(OrderPayments.types("capture, Prepaid")).containsExactlyInAnyOrder("CAPTURE", "PREPAID");
    }
}
