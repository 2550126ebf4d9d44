package centrasage.orders.check;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.orders.plan.OrderDraft;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** An edited order is another order; a moved, paid or shipped one is not. */
class FingerprintTest {
    private final OrderDraft draft = OrderDraft.ordinary();
    private final String before = Fingerprint.of(draft.build());

    @Test
    void is_stable_across_versions() {
        assertThat(before).isEqualTo("b2072d919de4b97a4919838d0b596d0e4b9df0a805ef0f93637f26478711cc9f");
    }

    @Test
    void quantities_and_amounts_count() {
        draft.with(OrderDraft.line("AW1010-NAV-M", 2, "80.00", "13.33", "20"));
        assertThat(now()).isNotEqualTo(before);
        draft.with(OrderDraft.line("AW1010-NAV-M", 1, "79.99", "13.33", "20"));
        assertThat(now()).isNotEqualTo(before);
    }

    @Test
    void decimals_do_not_count() {
        draft.shipping = new BigDecimal("5.0000");
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void personal_data_status_and_payment_do_not_count() {
        draft.address.firstName = "Zoë";
        draft.address.address1 = "Elsewhere";
        draft.status = "SHIPPED";
        draft.paid();
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void a_line_that_was_cancelled_whole_is_as_if_never_ordered() {
        draft.lines.add(OrderDraft.like(OrderDraft.line("GONE", 0, "0", "0", "20"), "ProductOrderLine", 0, 2, null));
        assertThat(now()).isEqualTo(before);
    }

    private String now() {
        return Fingerprint.of(draft.build());
    }
}
