package centrasage.sync.ledger;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of a clearing bank as the store keeps it. */
@Entity
@Table(name = "clearing_entry")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class ClearingEntryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;
    private String bank;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ClearingEntry.Origin origin;

    @Column(name = "source_key")
    private String sourceKey;

    @Column(name = "order_number")
    private String order;

    @Column(name = "psp_reference")
    private String reference;

    @Column(name = "entry_date")
    private LocalDate date;

    private String currency;
    private BigDecimal amount;
    private String urn;

    @Column(name = "base_value")
    private @Nullable BigDecimal base;

    /** 0 is open. */
    @Column(name = "batch_id")
    private long batch;

    @Column(name = "line_place")
    private long line;

    ClearingEntryRow() {}

    ClearingEntryRow(ClearingEntry entry) {
        this.company = entry.company();
        this.origin = entry.origin();
        this.sourceKey = entry.sourceKey();
        become(entry);
    }

    /** Posted again, after it was undone or Sage was put back. */
    final void become(ClearingEntry entry) {
        bank = entry.bank();
        order = entry.order();
        reference = entry.reference();
        date = entry.date();
        currency = entry.value().currency().getCurrencyCode();
        amount = entry.value().amount();
        urn = entry.urn();
        base = entry.base();
    }

    void learn(@Nullable BigDecimal inBase) {
        base = base == null ? inBase : base;
    }

    boolean isOpen() {
        return batch == 0;
    }

    long batch() {
        return batch;
    }

    long line() {
        return line;
    }

    ClearingEntry toEntry() {
        return new ClearingEntry(
                id,
                company,
                bank,
                origin,
                sourceKey,
                order,
                reference,
                date,
                Money.of(amount.stripTrailingZeros(), currency),
                urn,
                base == null ? null : base.setScale(2));
    }
}
