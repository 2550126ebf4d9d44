package centrasage.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What parts of an order are worth. */
class BilledOrderTest {
    private static BilledOrder.Line goods(long id, String quantity, String despatched, String invoiced, String value) {
        return line(id, true, quantity, despatched, invoiced, value);
    }

    private static BilledOrder.Line charge(long id, String invoiced, String value) {
        return line(id, false, "1", "0", invoiced, value);
    }

    private static BilledOrder.Line line(
            long id, boolean goods, String quantity, String despatched, String invoiced, String value) {
        return new BilledOrder.Line(
                id,
                goods,
                new BigDecimal(quantity),
                new BigDecimal(despatched),
                new BigDecimal(invoiced),
                new BigDecimal(value));
    }

    private static BilledOrder order(String total, String vat, BilledOrder.Line... lines) {
        return new BilledOrder(
                "0000000001",
                "C1",
                "EnumDocumentStatusLive",
                false,
                new BigDecimal(total),
                new BigDecimal(vat),
                List.of(lines));
    }

    @Test
    void the_whole_is_worth_the_total_whatever_the_lines_add_up_to() {
        BilledOrder order = order("30.01", "5.00", goods(1, "2", "2", "0", "24.00"), charge(2, "0", "5.99"));
        assertThat(order.toInvoice()).isEqualByComparingTo("30.01");
        assertThat(order.worth(Map.of(1L, new BigDecimal("2")))).isEqualByComparingTo("30.01");
    }

    @Test
    void charges_go_with_the_first_goods() {
        BilledOrder order = order("30.00", "5.00", goods(1, "2", "1", "0", "24.00"), charge(2, "0", "6.00"));
        assertThat(order.toInvoice()).isEqualByComparingTo("18.00");
        BilledOrder later = order("30.00", "5.00", goods(1, "2", "2", "1", "24.00"), charge(2, "1", "6.00"));
        assertThat(later.toInvoice()).isEqualByComparingTo("12.00");
    }

    @Test
    void what_has_not_left_is_worth_nothing() {
        BilledOrder order = order("30.00", "5.00", goods(1, "2", "0", "0", "24.00"), charge(2, "0", "6.00"));
        assertThat(order.toInvoice()).isZero();
        assertThat(order.worth(Map.of())).isZero();
    }

    @Test
    void an_order_without_goods_is_due_at_once() {
        assertThat(order("6.00", "1.00", charge(2, "0", "6.00")).toInvoice()).isEqualByComparingTo("6.00");
    }

    @Test
    void a_discount_on_the_document_is_shared_by_its_parts() {
        BilledOrder order = order("27.00", "4.50", goods(1, "3", "1", "0", "30.00"));
        assertThat(order.toInvoice()).isEqualByComparingTo("9.00");
    }

    @Test
    void more_than_was_ordered_is_worth_no_more() {
        BilledOrder order = order("30.00", "5.00", goods(1, "2", "0", "0", "30.00"));
        assertThat(order.worth(Map.of(1L, new BigDecimal("3")))).isEqualByComparingTo("30.00");
    }

    @Test
    void vat_is_shared_like_the_money() {
        BilledOrder order = order("30.00", "5.00", goods(1, "2", "0", "0", "30.00"));
        assertThat(order.vatIn(new BigDecimal("30.00"))).isEqualByComparingTo("5.00");
        assertThat(order.vatIn(new BigDecimal("10.00"))).isEqualByComparingTo("1.67");
        assertThat(order("0.00", "0.00", goods(1, "2", "2", "0", "0.00")).vatIn(BigDecimal.TEN))
                .isZero();
        assertThat(order("0.00", "0.00", goods(1, "2", "2", "0", "0.00")).toInvoice())
                .isZero();
    }
}
