package centrasage.sync.totals;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A part of a total: one change, or many that were folded into one. Never changed, so that no two workers ever wait for each other. */
@Entity
@Table(name = "posting_total")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class TotalRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Enumerated(EnumType.STRING)
    private PostingKind kind;

    @Enumerated(EnumType.STRING)
    private PostingState state;

    private String company;
    private String currency;
    private boolean elsewhere;
    private long postings;
    private BigDecimal amount;

    TotalRow() {}

    TotalRow(Total total) {
        kind = total.tally().kind();
        state = total.tally().state();
        company = total.tally().company();
        currency = total.tally().currency();
        elsewhere = total.tally().elsewhere();
        postings = total.postings();
        amount = total.amount();
    }

    long id() {
        return id;
    }

    Total total() {
        return new Total(new Tally(kind, state, company, currency, elsewhere), postings, amount);
    }
}
