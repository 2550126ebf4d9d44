package centrasage.desk.bulk;

import centrasage.desk.Became;
import centrasage.desk.Seen;
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
import org.jspecify.annotations.Nullable;

/** One exception of a deed about many: as it was seen when the deed was prepared, and what became of it. */
@Entity
@Table(name = "desk_bulk_item")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class BulkItemRow {
    /** Of what is not done yet. */
    static final String PENDING = "";

    private static final int WORDS_MAX = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "bulk_id")
    private long bulkId;

    @Column(name = "exception_id")
    private long exceptionId;

    private int edition;
    private BigDecimal amount;
    private String currency;
    private String obstacle;
    private String fate = PENDING;
    private String words = "";

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    BulkItemRow() {}

    BulkItemRow(long bulkId, Seen seen, Money atRisk, String obstacle) {
        this.bulkId = bulkId;
        this.exceptionId = seen.id();
        this.edition = seen.edition() == null ? 0 : seen.edition();
        this.amount = atRisk.amount();
        this.currency = atRisk.currency().getCurrencyCode();
        this.obstacle = obstacle;
    }

    boolean isPending() {
        return fate.equals(PENDING);
    }

    long bulkId() {
        return bulkId;
    }

    String obstacle() {
        return obstacle;
    }

    Seen seen() {
        return new Seen(exceptionId, edition);
    }

    void ended(Became became, Instant now) {
        fate = became.fate().name();
        words = became.words().substring(0, Math.min(became.words().length(), WORDS_MAX));
        doneAt = now;
    }

    Bulk.Item toItem() {
        return new Bulk.Item(
                exceptionId,
                isPending() ? null : Became.Fate.valueOf(fate),
                isPending() ? obstacle : words,
                Money.of(amount.stripTrailingZeros(), currency));
    }
}
