package centrasage.orders.edit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.orders.plan.OrderDraft;
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
    void the_grand_total_stands_first_and_all_that_it_is_made_of_beside_the_lines_follows_changed_or_not() {
        draft.shipping = new BigDecimal("7.5");
        Edit edit = now();
        assertThat(edit.currency()).isEqualTo("GBP");
        assertThat(edit.sums())
                .extracting(Edit.Sum::name)
                .containsExactly("Total", "Shipping", "Handling", "Discounts");
        assertThat(edit.sums())
                .extracting(sum -> sum.posted() + " " + sum.now() + " " + sum.difference())
                .containsExactly("85.00 87.50 2.50", "5.00 7.50 2.50", "0.00 0.00 0.00", "0.00 0.00 0.00");
        assertThat(edit.texts()).isEmpty();
        assertThat(edit.lines()).extracting(LineEdit::what).containsExactly(LineEdit.What.SAME);
    }

    @Test
    void amounts_have_two_decimals_and_a_rate_none_that_it_does_not_need() {
        draft.with(OrderDraft.line("AW1010-NAV-M", 2, "99.9", "16.7", "20.0"));
        LineEdit line = now().lines().get(0);
        assertThat(line.now())
                .extracting(
                        now -> now.value() + " " + now.vat() + " " + now.rate().toPlainString())
                .isEqualTo("99.90 16.70 20");
        assertThat(line.difference().toPlainString()).isEqualTo("19.90");
    }

    @Test
    void another_address_is_shown_to_whoever_may_see_it_and_told_to_all_others() {
        draft.address.address1 = "1 Changed Street";
        assertThat(now().texts()).singleElement().satisfies(text -> {
            assertThat(text.name()).isEqualTo("Delivery address");
            assertThat(text.posted()).contains("14 Rose Street");
            assertThat(text.now()).contains("1 Changed Street");
            assertThat(text.toString()).doesNotContain("Street");
        });
        assertThat(now().withoutPersonalData().texts()).singleElement().satisfies(text -> {
            assertThat(text.name()).isEqualTo("Delivery address");
            assertThat(text.posted()).isNull();
            assertThat(text.now()).isNull();
        });
    }

    @Test
    void what_is_no_personal_data_is_shown_to_everybody() {
        draft.status = "SHIPPED";
        assertThat(now().texts()).isEmpty();
        draft.shippingOption = "Express";
        assertThat(now().withoutPersonalData().texts()).singleElement().satisfies(text -> {
            assertThat(text.posted()).isEqualTo("Standard");
            assertThat(text.now()).isEqualTo("Express");
        });
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
        assertThat(now().sums()).extracting(Edit.Sum::difference).allMatch(difference -> difference.signum() == 0);
    }
}
