package centrasage.sage200.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry of a bank comes out of the store as it went in, with its tax. */
class BankEntryJsonTest {
    private static BankEntry entry(BankEntry.Way way, Money value, Money tax) {
        return new BankEntry(
                way,
                "33",
                "ADYGBP",
                "ADYEN 380 GBP",
                "0A1B2C3D4E5F6G7H8I9J",
                LocalDate.of(2026, 11, 23),
                value,
                tax,
                "7901/WEB/UK",
                1,
                null,
                "fee (commission)");
    }

    @ParameterizedTest
    @CsvSource({"PAYMENT, 12.00, 2.00, GBP", "RECEIPT, 12.00, 0.00, SEK", "PAYMENT, 1200, 200, JPY"})
    void it_keeps_its_way_its_value_and_its_tax(BankEntry.Way way, String value, String tax, String currency) {
        BankEntry entry = entry(way, Money.of(value, currency), Money.of(tax, currency));
        assertThat(BankEntryJson.read(BankEntryJson.write(entry))).isEqualTo(entry);
    }

    @Test
    void what_was_stored_before_entries_had_tax_has_none() {
        BankEntry read = BankEntryJson.read("""
                {"way": "PAYMENT", "company": "33", "bank": "GIFTGBP", "reference": "C10234", "secondReference": "G-1O0H-8836",
                 "date": "2026-11-23", "amount": "25.00", "currency": "GBP", "nominal": "2300", "taxCode": 90, "narrative": "Gift card"}
                """);
        assertThat(read)
                .isEqualTo(new BankEntry(
                        BankEntry.Way.PAYMENT,
                        "33",
                        "GIFTGBP",
                        "C10234",
                        "G-1O0H-8836",
                        LocalDate.of(2026, 11, 23),
                        Money.of("25.00", "GBP"),
                        Money.of("0.00", "GBP"),
                        "2300",
                        90,
                        null,
                        "Gift card"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"way\":\"SIDEWAYS\"}",
                "{\"way\":\"PAYMENT\",\"company\":\"33\",\"bank\":\"B\",\"reference\":\"R\",\"secondReference\":\"S\","
                        + "\"date\":\"2026-11-23\",\"amount\":\"1,00\",\"currency\":\"GBP\",\"nominal\":\"1\",\"taxCode\":1,\"narrative\":\"\"}"
            })
    void another_text_cannot_be_read(String text) {
        assertThatThrownBy(() -> BankEntryJson.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
