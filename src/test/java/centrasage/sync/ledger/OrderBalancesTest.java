package centrasage.sync.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.InvoiceSeen;
import centrasage.money.Money;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How money and invoices stood on a day. */
class OrderBalancesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate NEXT = DAY.plusDays(1);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final OrderBalances balances = world.transactions().bean(OrderBalances.class, world.entities());
    private final Invoices invoices = world.transactions()
            .bean(Invoices.class, world.entities(), world.time(), world.audit(), new Heard<InvoiceSeen>());
    private int ids;

    private void money(String kind, String order, String state, String amount, String currency, LocalDate day) {
        world.database()
                .execute(
                        "INSERT INTO posting (id, company, kind, source_key, object_key, object_rank, state, state_since,"
                                + " document_version, amount, currency, business_date, attempts, ever_in_doubt, created_at)"
                                + " VALUES (?, '33', ?, ?, ?, 40, ?, TIMESTAMP '2026-11-30 00:00:00', 1, ?, ?, ?, 1, FALSE,"
                                + " TIMESTAMP '2026-11-30 00:00:00')",
                        1_000_000 + ++ids,
                        kind,
                        order + "/P" + ids,
                        "33/C" + order,
                        state,
                        new BigDecimal(amount),
                        currency,
                        Date.valueOf(day));
    }

    private void receipt(String order, String amount, LocalDate day) {
        money("RECEIPT", order, "POSTED", amount, "GBP", day);
    }

    private void invoice(String order, String amount, LocalDate day) {
        invoices.saw(List.of(
                new Invoice("33", "33/C" + order, ++ids, "9" + ids, "000" + ids, day, Money.of(amount, "GBP"))));
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void only_orders_of_which_both_sums_differ_on_the_day_are_unequal() {
        receipt("1", "30.00", DAY);
        invoice("1", "30.00", DAY);
        receipt("2", "10.00", DAY);
        receipt("2", "20.00", DAY);
        invoice("2", "30.00", NEXT);
        receipt("3", "30.00", NEXT);
        invoice("3", "30.00", DAY);
        receipt("4", "30.00", NEXT);
        invoice("5", "30.00", DAY);
        receipt("6", "30.01", DAY);
        invoice("6", "30.00", DAY);

        assertThat(balances.unequal(DAY)).containsExactly("33/C2", "33/C3", "33/C5", "33/C6");
        assertThat(balances.unequal(DAY.minusDays(1))).isEmpty();
        assertThat(balances.unequal(NEXT)).containsExactly("33/C4", "33/C5", "33/C6");
        assertThat(balances.invoicedAfter(DAY)).containsExactly("33/C2");
        assertThat(balances.invoicedAfter(NEXT)).isEmpty();
    }

    @Test
    void what_is_not_for_the_ledger_does_not_count_and_what_is_only_held_does() {
        money("RECEIPT", "1", "SKIPPED", "30.00", "GBP", DAY);
        money("RECEIPT", "2", "HELD", "30.00", "GBP", DAY);
        money("DESPATCH", "3", "POSTED", "30.00", "GBP", DAY);
        assertThat(balances.unequal(DAY)).containsExactly("33/C2");
        assertThat(balances.of(List.of("33/C1", "33/C2", "33/C3"), DAY))
                .singleElement()
                .satisfies(sums -> assertThat(sums.captured()).isEqualTo(pounds("30.00")));
    }

    @Test
    void sums_are_until_the_day_and_by_currency() {
        receipt("1", "30.00", DAY);
        receipt("1", "5.00", NEXT);
        money("CUSTOMER_REFUND", "1", "POSTED", "4.00", "GBP", DAY);
        money("CREDIT_NOTE", "1", "PLANNED", "3.00", "GBP", DAY);
        money("CREDIT_NOTE", "1", "SKIPPED", "2.00", "GBP", DAY);
        money("CREDIT_NOTE", "1", "POSTED", "1.00", "GBP", NEXT);
        money("RECEIPT", "1", "HELD", "7.00", "EUR", DAY);
        invoice("1", "18.00", DAY);
        invoice("1", "12.00", DAY);
        invoice("1", "1.00", NEXT);
        assertThat(balances.of(List.of("33/C1"), DAY))
                .containsExactly(
                        OrderMoney.none("33/C1", Currency.getInstance("EUR")).withCaptured(Money.of("7.00", "EUR")),
                        OrderMoney.none("33/C1", Currency.getInstance("GBP"))
                                .withCaptured(pounds("30.00"))
                                .withRefunded(pounds("4.00"))
                                .withCredited(pounds("3.00"))
                                .withInvoiced(pounds("30.00")));
        assertThat(balances.of(List.of(), DAY)).isEmpty();
    }
}
