package centrasage.settlements.journal;

import centrasage.money.Money;
import centrasage.sage200.ledger.NominalAccount;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A line of a journal as the store keeps it. */
@Entity
@Table(name = "nominal_journal_line")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class JournalLineRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    @SuppressWarnings("UnusedVariable")
    private long id;

    @Column(name = "journal_id")
    private long journal;

    /** Asked for in queries only. */
    @SuppressWarnings("UnusedVariable")
    private int place;

    private String code;

    @Column(name = "cost_centre")
    private String costCentre;

    private String department;
    private BigDecimal amount;
    private String narrative;

    @Column(name = "asked_for")
    private String askedFor;

    JournalLineRow() {}

    JournalLineRow(long journal, int place, JournalLine line) {
        this.journal = journal;
        this.place = place;
        this.code = line.account().code();
        this.costCentre = line.account().costCentre();
        this.department = line.account().department();
        this.amount = line.value().amount();
        this.narrative = line.narrative();
        this.askedFor = line.askedFor();
    }

    long journal() {
        return journal;
    }

    JournalLine toLine(String currency) {
        return new JournalLine(
                new NominalAccount(code, costCentre, department),
                Money.of(amount.stripTrailingZeros(), currency),
                narrative,
                askedFor);
    }
}
