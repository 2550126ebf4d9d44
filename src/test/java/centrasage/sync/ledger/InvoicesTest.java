package centrasage.sync.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.event.InvoiceSeen;
import centrasage.money.Money;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.store.JpaWorld;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is kept of invoices, and who is told. */
class InvoicesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Heard<InvoiceSeen> news = new Heard<>();
    private final Invoices invoices =
            world.transactions().bean(Invoices.class, world.entities(), world.time(), world.audit(), news);

    private static Invoice invoice(String company, long id, String order, LocalDate date) {
        return new Invoice(company, company + "/C" + order, id, "9" + id, "000" + id, date, Money.of("59.90", "GBP"));
    }

    @Test
    void each_is_kept_once_and_told_once() {
        List<Invoice> seen =
                List.of(invoice("33", 7, "1", DAY), invoice("34", 7, "1", DAY), invoice("33", 8, "2", DAY));
        assertThat(invoices.saw(seen)).isEqualTo(3);
        assertThat(invoices.saw(seen)).isZero();
        assertThat(invoices.saw(List.of(seen.get(0), seen.get(0)))).isZero();
        assertThat(invoices.of("33/C1")).containsExactly(seen.get(0));
        assertThat(invoices.of("34/C1")).containsExactly(seen.get(1));
        assertThat(news.events())
                .containsExactlyInAnyOrder(
                        new InvoiceSeen("33", "33/C1"), new InvoiceSeen("34", "34/C1"), new InvoiceSeen("33", "33/C2"));
    }

    @Test
    void one_that_stands_twice_in_a_page_is_one() {
        Invoice invoice = invoice("33", 7, "1", DAY);
        assertThat(invoices.saw(List.of(invoice, invoice))).isOne();
        assertThat(invoices.of("33/C1")).hasSize(1);
    }

    @Test
    void those_of_an_order_come_oldest_first() {
        invoices.saw(List.of(
                invoice("33", 7, "1", DAY.plusDays(1)), invoice("33", 8, "1", DAY), invoice("33", 6, "1", DAY)));
        assertThat(invoices.of("33/C1")).extracting(Invoice::ledgerId).containsExactly(6L, 8L, 7L);
        assertThat(invoices.of("33/C9")).isEmpty();
    }

    /** The database of Sage was put back, and its next invoice has an id that was used before. */
    @Test
    void an_id_that_a_restored_sage_gives_again_is_the_newer_invoices() {
        invoices.saw(List.of(invoice("33", 7, "1", DAY)));
        assertThat(invoices.saw(List.of(invoice("33", 7, "2", DAY)))).isOne();
        assertThat(invoices.of("33/C1")).isEmpty();
        assertThat(invoices.of("33/C2")).hasSize(1);
        assertThat(news.events())
                .containsExactly(
                        new InvoiceSeen("33", "33/C1"), new InvoiceSeen("33", "33/C1"), new InvoiceSeen("33", "33/C2"));
        assertThat(world.audit().of("C1"))
                .extracting(AuditEntry::action)
                .containsExactly("INVOICE_SEEN", "INVOICE_GONE");
    }

    @Test
    void who_hears_of_it_and_fails_keeps_it_from_being_known() {
        news.observe(event -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> invoices.saw(List.of(invoice("33", 7, "1", DAY))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(invoices.of("33/C1")).isEmpty();
    }

    @Test
    void as_many_as_a_page_of_sages_holds_are_taken_at_once() {
        List<Invoice> many = LongStream.rangeClosed(1, 1000)
                .mapToObj(id -> invoice("33", id, "1", DAY))
                .toList();
        assertThat(invoices.saw(many)).isEqualTo(1000);
        assertThat(invoices.saw(many)).isZero();
    }
}
