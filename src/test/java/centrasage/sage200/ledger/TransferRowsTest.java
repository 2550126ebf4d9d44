package centrasage.sage200.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rows of two banks are those of one transfer. */
class TransferRowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final long FROM = 7;
    private static final long TO = 8;
    private static final Money AMOUNT = Money.of("97.20", "GBP");
    private static final BankTransfer TRANSFER = new BankTransfer(
            "33",
            "ADYGBP",
            "BANKGBP",
            "ADYEN 380 GBP",
            "0A1B2C",
            DAY,
            AMOUNT,
            AMOUNT,
            null,
            BankTransfer.Rates.NONE,
            "Payout");

    private static BankRow row(long id, long bank, String reference, String second) {
        String value = bank == FROM ? "-97.20" : "97.20";
        return new BankRow(id, "100" + id, bank, reference, second, DAY, new BigDecimal(value), null, "");
    }

    private static BankRow row(long id, long bank) {
        return row(id, bank, "ADYEN 380 GBP", "0A1B2C");
    }

    private static TransferRows of(BankRow... rows) {
        return TransferRows.of(List.of(rows), TRANSFER, FROM, TO);
    }

    @Test
    void one_in_each_bank_is_a_whole_transfer() {
        TransferRows rows = of(row(1, FROM), row(2, TO));
        assertThat(rows.isWhole()).isTrue();
        assertThat(rows.isAbsent()).isFalse();
        assertThat(rows.document(TRANSFER).id()).isEqualTo("1");
        assertThat(rows.document(TRANSFER).number()).isEqualTo("1001");
        assertThat(rows.document(TRANSFER).total()).isEqualTo(AMOUNT);
    }

    @Test
    void rows_of_other_references_or_banks_are_none_of_it() {
        TransferRows rows = of(
                row(1, FROM, "ADYEN 381 GBP", "0A1B2C"),
                row(2, TO, "ADYEN 380 GBP", "0A1B2D"),
                row(3, TO, "ADYEN 380 GBP", ""),
                row(4, 9));
        assertThat(rows.isAbsent()).isTrue();
        assertThat(rows.isWhole()).isFalse();
    }

    @Test
    void case_does_not_matter() {
        assertThat(of(row(1, FROM, "adyen 380 gbp", "0a1b2c"), row(2, TO)).isWhole())
                .isTrue();
    }

    @Test
    void one_bank_alone_and_one_row_too_many_are_neither_whole_nor_absent() {
        assertThat(List.of(of(row(1, FROM)), of(row(1, TO)), of(row(1, FROM), row(2, TO), row(3, TO))))
                .allSatisfy(rows -> {
                    assertThat(rows.isWhole()).isFalse();
                    assertThat(rows.isAbsent()).isFalse();
                });
    }
}
