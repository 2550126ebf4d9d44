package centrasage.settlements.chain;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.file.SettlementKey;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is missing between the batches of one merchant account. */
class LinksTest {
    private static Links.Link link(String batch, String currency, @Nullable String opening, @Nullable String closing) {
        return new Links.Link(
                new SettlementKey("psp", "Shop", batch, Currency.getInstance(currency)),
                true,
                opening == null ? null : Money.of(opening, currency),
                closing == null ? null : Money.of(closing, currency));
    }

    private static Links.Link adyen(
            String batch, boolean isProven, @Nullable String opening, @Nullable String closing) {
        return new Links.Link(
                new SettlementKey("adyen", "Shop", batch, Currency.getInstance("GBP")),
                isProven,
                opening == null ? null : Money.of(opening, "GBP"),
                closing == null ? null : Money.of(closing, "GBP"));
    }

    /** One name that is no number must not hide a gap between the others. */
    @Test
    void adyens_numbers_follow_each_other_whatever_else_there_is() {
        assertThat(gaps(adyen("8", true, null, null), adyen("x1", true, null, null), adyen("10", true, null, null)))
                .containsExactly("10: batch 9 was never received");
    }

    @Test
    void balances_of_numbered_batches_follow_their_numbers() {
        assertThat(gaps(
                        adyen("9", true, "0.00", "50.00"),
                        adyen("10", true, "50.00", "7.00"),
                        adyen("11", true, "7.00", "0.00")))
                .isEmpty();
        assertThat(gaps(adyen("9", true, "0.00", "50.00"), adyen("10", true, "40.00", "0.00")))
                .singleElement()
                .asString()
                .startsWith("10: it begins with GBP 40.00, and the one before it, 9, ended with GBP 50.00");
    }

    @Test
    void what_is_here_and_does_not_prove_is_not_missing() {
        assertThat(gaps(
                        adyen("9", true, "0.00", "50.00"),
                        adyen("10", false, "50.00", "12.00"),
                        adyen("11", true, "7.00", "0.00")))
                .isEmpty();
    }

    private static Links.Link numbered(String batch) {
        return link(batch, "GBP", null, null);
    }

    private static List<String> gaps(Links.Link... links) {
        return Links.gaps(List.of(links)).stream()
                .map(gap -> gap.after().batch() + ": " + gap.what())
                .toList();
    }

    @Test
    void numbers_that_follow_each_other_leave_none_out_in_whichever_order_they_came() {
        assertThat(gaps(numbered("11"), numbered("9"), numbered("10"))).isEmpty();
        assertThat(gaps(numbered("8"), numbered("10"))).containsExactly("10: batch 9 was never received");
        assertThat(gaps(numbered("8"), numbered("12")))
                .containsExactly("12: 3 batches between 8 and 12 were never received");
    }

    @Test
    void a_number_that_is_there_in_one_currency_is_there() {
        assertThat(gaps(link("9", "GBP", null, null), link("9", "EUR", null, null), link("10", "EUR", null, null)))
                .isEmpty();
    }

    @Test
    void names_are_no_numbers() {
        assertThat(gaps(numbered("po_1"), numbered("po_9"), numbered("7"), numbered("9")))
                .isEmpty();
    }

    @Test
    void a_balance_begins_with_what_the_one_before_it_ended_with() {
        assertThat(gaps(
                        link("2026-11-20", "GBP", "0.00", "12.00"),
                        link("2026-11-21", "GBP", "12.00", "7.00"),
                        link("2026-11-21", "EUR", "1.00", "2.00"),
                        link("2026-11-23", "GBP", "9.00", "0.00")))
                .containsExactly("2026-11-23: it begins with GBP 9.00, and the one before it, 2026-11-21, ended with"
                        + " GBP 7.00: what lies between them was never received");
    }

    @Test
    void a_file_that_does_not_tell_its_balances_says_nothing() {
        assertThat(gaps(
                        link("2026-11-20", "GBP", "0.00", "12.00"),
                        link("2026-11-21", "GBP", null, null),
                        link("2026-11-22", "GBP", "12.00", "0.00")))
                .isEmpty();
    }
}
