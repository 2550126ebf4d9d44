package centrasage.payments.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.InvoiceSeen;
import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.ledger.Invoices;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes to the account of an order when Sage's users have invoiced it. */
class AllocationWatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String OBJECT = "33/C1";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final OpenItems items = world.transactions().bean(OpenItems.class, world.entities());
    private final AllocationsDue due = world.transactions().bean(AllocationsDue.class, world.entities());
    private final Invoices invoices = world.transactions()
            .bean(Invoices.class, world.entities(), world.time(), world.audit(), new Heard<InvoiceSeen>());
    private final AllocationWatch watch = new AllocationWatch(due, items, invoices, world.postings());
    private int ids;

    private void invoiced(String amount) {
        String urn = Integer.toString(++ids);
        invoices.saw(List.of(new Invoice("33", OBJECT, ids, urn, "000" + ids, DAY, Money.of(amount, "GBP"))));
        watch.seen(new InvoiceSeen("33", OBJECT));
    }

    private List<String> account() {
        return items.of(OBJECT).stream()
                .map(item -> item.kind() + " " + item.urn() + " " + item.open())
                .toList();
    }

    @Test
    void an_invoice_is_open_and_its_order_is_to_be_allocated() {
        invoiced("30.00");
        assertThat(account()).containsExactly("INVOICE 1 GBP 30.00");
        assertThat(due.take(OBJECT)).isTrue();
    }

    /** A voucher of 20.00 is billed with the first parcel, which is worth 6.21, and the second is worth 30.00. */
    @Test
    void an_invoice_below_nothing_is_owed_to_the_customer_and_set_off_against_the_next() {
        invoiced("-13.79");
        invoiced("30.00");
        assertThat(account()).containsExactly("CREDIT_NOTE 1 GBP 13.79", "INVOICE 2 GBP 30.00");
        assertThat(items.open(0, 10)).extracting(OpenItem::urn).containsExactly("1", "2");
        List<Entry> entries = items.of(OBJECT).stream()
                .map(item -> new Entry(EntryKind.valueOf(item.kind()), item.urn(), item.date(), item.value()))
                .toList();
        assertThat(AllocationPlanner.plan("33", entries, List.of()))
                .singleElement()
                .satisfies(allocation -> {
                    assertThat(allocation.credit()).isEqualTo("1");
                    assertThat(allocation.debit()).isEqualTo("2");
                    assertThat(allocation.value()).isEqualTo(Money.of("13.79", "GBP"));
                });
    }
}
