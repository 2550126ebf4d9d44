package centrasage.orders.edit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.orders.OrderDraft;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a person sees of an order that was edited after it was posted. */
class EditTest {
    private final OrderDraft draft = OrderDraft.ordinary();
    private final Order posted = draft.build();

    private Edit now() {
        return Edit.between(posted, draft.build());
    }

    @Test
    void the_grand_total_stands_first_with_the_difference_and_what_is_the_same_is_left_out() {
        draft.shipping = new BigDecimal("7.50");
        Edit edit = now();
        assertThat(edit.currency()).isEqualTo("GBP");
        assertThat(edit.parts()).extracting(Edit.Part::name).containsExactly("Total", "Shipping");
        assertThat(edit.parts().get(0).difference()).isEqualByComparingTo("2.50");
        assertThat(edit.parts().get(1).posted()).isEqualTo("5.00");
        assertThat(edit.parts().get(1).now()).isEqualTo("7.50");
        assertThat(edit.lines()).extracting(LineEdit::what).containsExactly(LineEdit.What.SAME);
    }

    @Test
    void a_line_with_another_quantity_shows_quantity_value_and_vat_of_both() {
        draft.with(OrderDraft.line("AW1010-NAV-M", 2, "160.00", "26.67", "20"));
        LineEdit line = now().lines().get(0);
        assertThat(line.what()).isEqualTo(LineEdit.What.CHANGED);
        assertThat(Objects.requireNonNull(line.posted()).quantity()).isOne();
        assertThat(Objects.requireNonNull(line.posted()).vat()).isEqualByComparingTo("13.33");
        assertThat(Objects.requireNonNull(line.now()).quantity()).isEqualTo(2);
        assertThat(Objects.requireNonNull(line.now()).vat()).isEqualByComparingTo("26.67");
        assertThat(line.difference()).isEqualByComparingTo("80.00");
    }

    @Test
    void a_line_with_another_vat_rate_and_the_same_value_is_changed() {
        draft.with(OrderDraft.line("AW1010-NAV-M", 1, "80.00", "0.00", "0"));
        LineEdit line = now().lines().get(0);
        assertThat(line.what()).isEqualTo(LineEdit.What.CHANGED);
        assertThat(line.difference()).isZero();
    }

    @Test
    void other_goods_in_the_place_of_a_line_are_one_removed_and_one_added_line() {
        draft.with(OrderDraft.line("AW1001-WHT-S", 1, "80.00", "13.33", "20"));
        assertThat(now().lines())
                .extracting(LineEdit::what)
                .containsExactly(LineEdit.What.REMOVED, LineEdit.What.ADDED);
        assertThat(now().lines()).extracting(LineEdit::sku).containsExactly("AW1010-NAV-M", "AW1001-WHT-S");
        assertThat(now().lines().get(0).now()).isNull();
        assertThat(now().lines().get(1).posted()).isNull();
    }

    @Test
    void a_line_that_was_cancelled_whole_is_removed_and_a_cancelled_order_says_so() {
        draft.lines.clear();
        assertThat(now().lines()).extracting(LineEdit::what).containsExactly(LineEdit.What.REMOVED);
        assertThat(now().cancelled()).isFalse();
        draft.status = "CANCELLED";
        assertThat(now().cancelled()).isTrue();
    }

    @Test
    void amounts_count_by_value() {
        draft.shipping = new BigDecimal("5.0000");
        assertThat(now().parts()).extracting(Edit.Part::name).containsExactly("Total");
    }
}
