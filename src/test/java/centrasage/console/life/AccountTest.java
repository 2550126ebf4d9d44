package centrasage.console.life;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sync.ledger.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static OpenItem item(String kind, String value, String open, String rate) {
        return new OpenItem(
                1,
                "33",
                "33/C10234",
                kind,
                "1001",
                LocalDate.of(2026, 11, 23),
                Money.of(value, "EUR"),
                Money.of(open, "EUR"),
                new BigDecimal(rate));
    }

    @Test
    void what_takes_off_the_debt_is_below_zero_and_the_rest_is_whose_it_is() {
        Account account = Account.of(List.of(
                item("INVOICE", "50.01", "0.01", "1.15"),
                item("RECEIPT", "50.00", "0.00", "1.15"),
                item("CREDIT_NOTE", "20.00", "20.00", "1")));
        assertThat(account.company()).isEqualTo("33");
        assertThat(account.isInvoiced()).isTrue();
        assertThat(account.entries())
                .extracting(Account.Entry::name, each -> each.value().amount().toPlainString(), Account.Entry::rate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Invoice", "50.01", "1.15"),
                        org.assertj.core.groups.Tuple.tuple("Receipt", "-50.00", "1.15"),
                        org.assertj.core.groups.Tuple.tuple("Credit note", "-20.00", null));
        assertThat(account.balance()).isEqualTo(Money.of("-19.99", "EUR"));
        assertThat(account.words()).isEqualTo("Open in the customer's favour");
        assertThat(Account.of(List.of(item("RECEIPT", "5.00", "0.00", "1"))).words())
                .isEqualTo("Nothing is open");
        assertThat(Account.of(List.of(item("PAYMENT", "5.00", "5.00", "1"))).words())
                .isEqualTo("Open, owed by the customer");
    }
}
