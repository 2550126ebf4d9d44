package centrasage.settlements.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.settlements.file.SettlementKey;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References of 20 characters that people can read, and that tell each posting from all others. */
class SettlementReferenceTest {
    private static final SettlementKey KEY = key("adyen", "HarbourOnline", "380", "GBP");

    /** Of a batch that Sage has for ever: another way to it would post everything again. */
    private static final String SECOND = "3M5O9FKKPOLJCJ5J5NK";

    private static SettlementKey key(String psp, String account, String batch, String currency) {
        return new SettlementKey(psp, account, batch, Currency.getInstance(currency));
    }

    @ParameterizedTest
    @CsvSource({
        "adyen, 380, GBP, ADYEN 380 GBP",
        "paypal, 2026-11-23, EUR, PAYPAL 026-11-23 EUR",
        "stripe, po_1OaBcDeFgHiJkLmNoPqRsTuV, GBP, STRIPE NOPQRSTUV GBP",
        "klarna, 11111111-2222-3333-4444-abcdef123456, SEK, KLARNA DEF123456 SEK",
        "harbour-pay, 7, GBP, HARBOUR- 7 GBP",
        "harbour-pay, 123456789, GBP, HARBOUR- 3456789 GBP",
        "adyen, Ä38 0, GBP, ADYEN 380 GBP"
    })
    void the_first_is_for_people_and_of_a_long_number_has_the_end(
            String psp, String batch, String currency, String expected) {
        String first = SettlementReference.first(key(psp, "any", batch, currency));
        assertThat(first).isEqualTo(expected).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void the_second_is_the_same_for_ever() {
        assertThat(SettlementReference.second(KEY, "fee-commission")).isEqualTo(SECOND);
        assertThat(SettlementReference.second(key("adyen", "HarbourOnline", "380", "GBP"), "fee-commission"))
                .isEqualTo(SECOND);
    }

    @Test
    void the_second_differs_in_whatever_differs() {
        List<String> seconds = Stream.of(
                        SettlementReference.second(KEY, "payout-1"),
                        SettlementReference.second(KEY, "payout-11"),
                        SettlementReference.second(key("stripe", "HarbourOnline", "380", "GBP"), "payout-1"),
                        SettlementReference.second(key("adyen", "HarbourShop", "380", "GBP"), "payout-1"),
                        SettlementReference.second(key("adyen", "HarbourOnline", "381", "GBP"), "payout-1"),
                        SettlementReference.second(key("adyen", "HarbourOnline3", "80", "GBP"), "payout-1"),
                        SettlementReference.second(key("adyen", "HarbourOnline", "380", "EUR"), "payout-1"))
                .toList();
        assertThat(seconds).doesNotHaveDuplicates();
    }

    @Test
    void the_second_fits_whatever_the_hash() {
        List<String> seconds = IntStream.range(0, 5_000)
                .mapToObj(number -> SettlementReference.second(KEY, "payout-" + number))
                .toList();
        assertThat(seconds).doesNotHaveDuplicates().allMatch(second -> second.matches("[0-9A-Z]{1,20}"));
    }
}
