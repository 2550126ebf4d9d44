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
import org.jspecify.annotations.Nullable;

/** A document that did not agree, as the store keeps it. */
@Entity
@Table(name = "compared_number")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the day is asked for in queries only
class ComparedNumberRow {
    private static final int NUMBERS_LENGTH = 200;
    private static final int NOTE_LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "business_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private PostingKind kind;

    private String company;
    private String number;
    private String standing;
    private String currency;

    @Column(name = "source_amount")
    private @Nullable BigDecimal here;

    @Column(name = "sage_currency")
    private String sageCurrency;

    @Column(name = "sage_amount")
    private @Nullable BigDecimal sage;

    @Column(name = "sage_numbers")
    private String sageNumbers;

    private String note;

    ComparedNumberRow() {}

    ComparedNumberRow(LocalDate day, ComparedNumber of) {
        this.day = day;
        this.kind = of.kind();
        this.company = of.company();
        this.number = of.number();
        this.standing = of.standing();
        this.currency = currency(of.here());
        this.here = amount(of.here());
        this.sageCurrency = currency(of.sage());
        this.sage = amount(of.sage());
        this.sageNumbers = limited(of.sageNumbers(), NUMBERS_LENGTH);
        this.note = limited(of.note(), NOTE_LENGTH);
    }

    private static String currency(@Nullable Money money) {
        return money == null ? "" : money.currency().getCurrencyCode();
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static String limited(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    ComparedNumber toNumber() {
        return new ComparedNumber(
                id,
                kind,
                company,
                number,
                standing,
                money(here, currency),
                money(sage, sageCurrency),
                sageNumbers,
                note);
    }

    private static @Nullable Money money(@Nullable BigDecimal value, String of) {
        return value == null ? null : Money.of(value.stripTrailingZeros(), of);
    }
}
