package centrasage.sage200.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transfer comes out of the store as it went in. */
class BankTransferJsonTest {
    private static BankTransfer transfer(Money paid, Money received, @Nullable String difference) {
        return new BankTransfer(
                "33",
                "ADYSEK",
                "ADYGBP",
                "ADYEN 380 GBP",
                "0A1B2C3D4E5F6G7H8I9J",
                LocalDate.of(2026, 11, 23),
                paid,
                received,
                difference,
                BankTransfer.Rates.NONE,
                "Exchanged by adyen \"Märke\" batch 380 GBP");
    }

    @Test
    void a_transfer_within_one_currency_has_no_exchange_difference() {
        Money amount = Money.of("97.20", "GBP");
        BankTransfer transfer = transfer(amount, amount, null);
        assertThat(BankTransferJson.read(BankTransferJson.write(transfer))).isEqualTo(transfer);
    }

    @Test
    void a_transfer_between_currencies_keeps_both_and_its_exchange_difference() {
        BankTransfer transfer = transfer(Money.of("1260", "JPY"), Money.of("100.05", "GBP"), "7906/WEB/UK");
        assertThat(BankTransferJson.read(BankTransferJson.write(transfer))).isEqualTo(transfer);
    }

    @Test
    void one_transfer_is_always_the_same_text() {
        Money amount = Money.of("97.20", "GBP");
        assertThat(BankTransferJson.write(transfer(amount, amount, "7906")))
                .isEqualTo(BankTransferJson.write(transfer(amount, amount, "7906")))
                .isNotEqualTo(BankTransferJson.write(transfer(amount, amount, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"company\":33}",
                "{\"company\":\"33\",\"from\":\"A\",\"to\":\"B\",\"reference\":\"R\",\"secondReference\":\"S\",\"date\":\"23/11/2026\","
                        + "\"paid\":\"1.00\",\"paidCurrency\":\"GBP\",\"received\":\"1.00\",\"receivedCurrency\":\"GBP\",\"narrative\":\"\"}",
                "{\"company\":\"33\",\"from\":\"A\",\"to\":\"B\",\"reference\":\"R\",\"secondReference\":\"S\",\"date\":\"2026-11-23\","
                        + "\"paid\":\"1.00\",\"paidCurrency\":\"XX\",\"received\":\"1.00\",\"receivedCurrency\":\"GBP\",\"narrative\":\"\"}"
            })
    void another_text_cannot_be_read(String text) {
        assertThatThrownBy(() -> BankTransferJson.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the stored transfer between banks cannot be read");
    }

    @Test
    void a_row_is_its_own_whatever_its_case() {
        Money amount = Money.of("97.20", "GBP");
        BankTransfer transfer = transfer(amount, amount, null);
        assertThat(transfer.isKeyedBy("0a1b2c3d4e5f6g7h8i9j")).isTrue();
        assertThat(transfer.isKeyedBy("0A1B2C3D4E5F6G7H8I9")).isFalse();
    }
}
