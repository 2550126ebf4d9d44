package centrasage.settlements.statement;

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
import java.time.LocalDate;

/** A line of a bank statement as the store keeps it. */
@Entity
@Table(name = "bank_statement_line")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class StatementLineRow {
    private static final int ACCOUNT_MAX = 80;
    private static final int TEXT_MAX = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    /** Asked for in queries only. */
    @Column(name = "line_key")
    @SuppressWarnings("UnusedVariable")
    private String key;

    private String account;

    @Column(name = "line_date")
    private LocalDate date;

    private String currency;
    private BigDecimal amount;

    @Column(name = "line_text")
    private String text;

    /** 0 is no payout that is known. */
    @Column(name = "batch_id")
    private long batch;

    @Column(name = "line_place")
    @SuppressWarnings("UnusedVariable")
    private long place;

    StatementLineRow() {}

    StatementLineRow(String key, StatementLine line) {
        this.key = key;
        this.account = cut(line.account(), ACCOUNT_MAX);
        this.date = line.date();
        this.currency = line.amount().currency().getCurrencyCode();
        this.amount = line.amount().amount();
        this.text = cut(line.text(), TEXT_MAX);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    boolean isOfNoPayout() {
        return batch == 0;
    }

    void isOf(long batchId, long linePlace) {
        batch = batchId;
        place = linePlace;
    }

    StatementLine toLine() {
        return new StatementLine(account, date, Money.of(amount.stripTrailingZeros(), currency), text);
    }
}
