package centrasage.sync.ledger;

import centrasage.flow.OrderName;
import centrasage.money.Money;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** An invoice as the store keeps it; it changes only where a restored Sage has given its id to another one. */
@Entity
@Table(name = "ledger_invoice")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class InvoiceRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Column(name = "object_key")
    private String object;

    /** For whoever reads the table. */
    @Column(name = "order_number")
    @SuppressWarnings("UnusedVariable")
    private String order;

    @Column(name = "ledger_id")
    private long ledgerId;

    private String urn;

    @Column(name = "invoice_number")
    private String number;

    @Column(name = "document_date")
    private LocalDate date;

    private String currency;
    private BigDecimal gross;

    /** For whoever reads the table. */
    @Column(name = "first_seen_at")
    @SuppressWarnings("UnusedVariable")
    private Instant firstSeenAt;

    InvoiceRow() {}

    InvoiceRow(Invoice invoice, Instant now) {
        this.company = invoice.company();
        this.ledgerId = invoice.ledgerId();
        become(invoice, now);
    }

    final void become(Invoice invoice, Instant now) {
        object = invoice.object();
        order = OrderName.number(OrderName.ofObject(object)).orElse(object);
        urn = invoice.urn();
        number = invoice.number();
        date = invoice.date();
        currency = invoice.gross().currency().getCurrencyCode();
        gross = invoice.gross().amount();
        firstSeenAt = now;
    }

    Invoice toInvoice() {
        return new Invoice(
                company, object, ledgerId, urn, number, date, Money.of(gross.stripTrailingZeros(), currency));
    }

    long ledgerId() {
        return ledgerId;
    }
}
