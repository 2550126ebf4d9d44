package centrasage.reconcile.kept;

import centrasage.flow.PostingKind;
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

/** A sum of both sides as the store keeps it. */
@Entity
@Table(name = "compared_sum")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the day is asked for in queries only
class ComparedSumRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "business_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private PostingKind kind;

    private String company;
    private String currency;

    @Column(name = "source_count")
    private long hereCount;

    @Column(name = "source_sum")
    private BigDecimal here;

    @Column(name = "sage_count")
    private long sageCount;

    @Column(name = "sage_sum")
    private BigDecimal sage;

    ComparedSumRow() {}

    ComparedSumRow(LocalDate day, ComparedSum sum) {
        this.day = day;
        this.kind = sum.kind();
        this.company = sum.company();
        this.currency = sum.here().currency().getCurrencyCode();
        this.hereCount = sum.hereCount();
        this.here = sum.here().amount();
        this.sageCount = sum.sageCount();
        this.sage = sum.sage().amount();
    }

    ComparedSum toSum() {
        return new ComparedSum(kind, company, hereCount, money(here), sageCount, money(sage));
    }

    private Money money(BigDecimal value) {
        return Money.of(value.stripTrailingZeros(), currency);
    }
}
