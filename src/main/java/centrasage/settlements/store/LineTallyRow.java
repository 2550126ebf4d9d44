package centrasage.settlements.store;

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

/** How many lines of a batch are in one state for one cause, as the store keeps it. */
@Entity
@Table(name = "settlement_tally")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class LineTallyRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "batch_id")
    private long batch;

    @Enumerated(EnumType.STRING)
    @Column(name = "match_state")
    private LineState state;

    @Column(name = "match_how")
    private String how;

    private String currency;

    @Column(name = "line_count")
    private long lines;

    private BigDecimal amount;
    private BigDecimal variance;

    @Column(name = "first_line")
    private long first;

    LineTallyRow() {}

    LineTallyRow(long batch, SettlementLines.Group group) {
        this.batch = batch;
        this.state = group.state();
        this.how = group.how();
        this.currency = group.amount().currency().getCurrencyCode();
        this.lines = group.lines();
        this.amount = group.amount().amount();
        this.variance = group.variance();
        this.first = group.first();
    }

    long batch() {
        return batch;
    }

    SettlementLines.Group toGroup() {
        return new SettlementLines.Group(
                state,
                how,
                Money.of(amount.stripTrailingZeros(), currency),
                variance.stripTrailingZeros(),
                lines,
                first);
    }
}
