package centrasage.reconcile.open;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sync.ledger.OpenItem;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of our open items Sage does not have any more. */
class LookedTest {
    @ParameterizedTest
    @CsvSource({"0.00, 0", "0.01, 1"})
    void an_invoice_of_nothing_is_not_gone_where_the_ledger_does_not_have_it(String value, int gone) {
        Looked looked = new Looked();
        looked.compared(
                new OpenItem("33", "33/C10127", "INVOICE", "1712", LocalDate.of(2026, 11, 23), Money.of(value, "GBP")),
                null);
        assertThat(looked.gone()).hasSize(gone);
    }
}
