package centrasage.reconcile.worklist;

import centrasage.money.Money;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What waits, as the store keeps it. */
@Entity
@Table(name = "worklist_item")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the list is asked for in queries only
class WorkItemRow {
    private static final int LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Enumerated(EnumType.STRING)
    private Worklist list;

    private String company;
    private String orders;

    @Column(name = "sage_order")
    private String sageOrder;

    private String document;
    private BigDecimal amount;
    private String currency;

    @Column(name = "document_date")
    private LocalDate since;

    @Column(name = "read_at")
    private Instant readAt;

    WorkItemRow() {}

    WorkItemRow(Worklist list, WorkItem item, Instant readAt) {
        this.list = list;
        this.company = item.company();
        this.orders = limited(item.order());
        this.sageOrder = item.sageOrder();
        this.document = limited(item.document());
        this.amount = item.value().amount();
        this.currency = item.value().currency().getCurrencyCode();
        this.since = item.since();
        this.readAt = readAt;
    }

    private static String limited(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
    }

    KeptWorklists.Kept toKept() {
        WorkItem item = new WorkItem(
                company, orders, sageOrder, document, Money.of(amount.stripTrailingZeros(), currency), since);
        return new KeptWorklists.Kept(item, readAt);
    }
}
