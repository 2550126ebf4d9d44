package centrasage.settlements.day;

import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clearing banks day by day: one row for each bank and day, with what the last proof of the day has found. */
@ApplicationScoped
public class ClearingDays {
    private static final String CURRENT =
            "SELECT c FROM ClearingDayRow c WHERE c.current = TRUE ORDER BY c.company, c.bank, c.currency";
    private static final String OF_BANK = " WHERE c.company = :company AND c.bank = :bank ";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    ClearingDays() {}

    @Inject
    public ClearingDays(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * In a transaction of its own: what a proof has found, in place of what an earlier one of the same day had.
     *
     * @param banks all that are clearing banks now; what is known of those that were not asked stays
     */
    @Atomic(alone = true)
    public void keep(List<ClearingDay> found, Set<ClearingDay.Bank> banks) {
        List<ClearingDayRow> current = rows();
        for (ClearingDay day : found) {
            ClearingDayRow same = current.stream()
                    .filter(row -> row.of().equals(day.of()) && row.day().equals(day.day()))
                    .findFirst()
                    .or(() -> row(day))
                    .orElse(null);
            if (same == null) {
                entities.persist(new ClearingDayRow(day));
            } else {
                same.become(day);
            }
            current.stream()
                    .filter(row -> row != same && row.of().equals(day.of()))
                    .forEach(ClearingDayRow::isPast);
        }
        current.stream().filter(row -> !banks.contains(row.of())).forEach(ClearingDayRow::isPast);
    }

    private List<ClearingDayRow> rows() {
        return entities.createQuery(CURRENT, ClearingDayRow.class).getResultList();
    }

    private Optional<ClearingDayRow> row(ClearingDay day) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingDayRow c" + OF_BANK + "AND c.currency = :currency AND c.day = :day",
                        ClearingDayRow.class)
                .setParameter("company", day.company())
                .setParameter("bank", day.bank())
                .setParameter("currency", day.of().currency())
                .setParameter("day", day.day())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Each clearing bank as it was proven last, by company and code. */
    @Atomic
    public List<ClearingDay> current() {
        return rows().stream().map(ClearingDayRow::toDay).toList();
    }

    /** A bank as it was proven on a day, or the last time before; empty where it was not proven until then. */
    @Atomic
    public Optional<ClearingDay> on(String company, String bank, LocalDate day) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingDayRow c" + OF_BANK + "AND c.day <= :day ORDER BY c.day DESC",
                        ClearingDayRow.class)
                .setParameter("company", company)
                .setParameter("bank", bank)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(ClearingDayRow::toDay);
    }

    /**
     * What a bank came to on a day.
     *
     * @param ledger null where Sage had no such bank
     */
    public record Balance(LocalDate day, @Nullable Money ledger, Money open) {
        public boolean isProven() {
            return ledger != null && ledger.equals(open);
        }
    }

    /** A bank day by day from this one on, the oldest first; days on which nobody has proven it are left out. */
    @Atomic
    public List<Balance> since(String company, String bank, LocalDate day) {
        return entities
                .createQuery(
                        "SELECT c.day, c.ledger, c.open, c.currency FROM ClearingDayRow c" + OF_BANK
                                + "AND c.day >= :day ORDER BY c.day",
                        Object[].class)
                .setParameter("company", company)
                .setParameter("bank", bank)
                .setParameter("day", day)
                .getResultList()
                .stream()
                .map(row -> new Balance(
                        (LocalDate) row[0], money((BigDecimal) row[1], row[3]), exact((BigDecimal) row[2], row[3])))
                .toList();
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, Object currency) {
        return amount == null ? null : exact(amount, currency);
    }

    private static Money exact(BigDecimal amount, Object currency) {
        return Money.of(amount.stripTrailingZeros(), (String) currency);
    }
}
