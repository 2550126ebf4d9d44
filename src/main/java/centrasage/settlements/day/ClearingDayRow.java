package centrasage.settlements.day;

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
import org.jspecify.annotations.Nullable;

/** A clearing bank on a day, as the store keeps it. */
@Entity
@Table(name = "clearing_day")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class ClearingDayRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;
    private String bank;
    private String currency;

    @Column(name = "proof_day")
    private LocalDate day;

    @Column(name = "proven_at")
    private Instant provenAt;

    private @Nullable BigDecimal ledger;

    @Column(name = "what_is_open")
    private BigDecimal open;

    private String proof;

    /** Whether it is the latest of its bank. */
    @Column(name = "is_current")
    private boolean current;

    ClearingDayRow() {}

    ClearingDayRow(ClearingDay found) {
        company = found.company();
        bank = found.bank();
        currency = found.open().currency().getCurrencyCode();
        day = found.day();
        become(found);
    }

    /** Proven once more on the same day. */
    final void become(ClearingDay found) {
        Money there = found.ledger();
        provenAt = found.provenAt();
        ledger = there == null ? null : there.amount();
        open = found.open().amount();
        proof = ProofJson.write(found);
        current = true;
    }

    void isPast() {
        current = false;
    }

    ClearingDay.Bank of() {
        return new ClearingDay.Bank(company, bank, currency);
    }

    LocalDate day() {
        return day;
    }

    ClearingDay toDay() {
        ProofJson read = ProofJson.read(proof, currency);
        return new ClearingDay(
                company,
                bank,
                day,
                provenAt,
                ledger == null ? null : Money.of(ledger.stripTrailingZeros(), currency),
                Money.of(open.stripTrailingZeros(), currency),
                read.parts(),
                read.ages(),
                read.oldest(),
                read.base());
    }
}
