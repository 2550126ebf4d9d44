package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.alert.outbox.Letter;
import centrasage.desk.alert.outbox.Outbox;
import centrasage.desk.alert.outbox.Purpose;
import centrasage.desk.alert.rule.AlertRules;
import centrasage.desk.alert.rule.Recipient;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what is to be told of a cause: that it stands, that it has grown much or become worse, or that it is over. */
@ApplicationScoped
public class AlertBook {
    private EntityManager entities;
    private Desk desk;
    private AlertRules rules;
    private Outbox outbox;
    private ConsoleLink console;

    @SuppressWarnings("NullAway.Init")
    AlertBook() {}

    @Inject
    AlertBook(EntityManager entities, Desk desk, AlertRules rules, Outbox outbox, ConsoleLink console) {
        this.entities = entities;
        this.desk = desk;
        this.rules = rules;
        this.outbox = outbox;
        this.console = console;
    }

    /** What is written down and that it was, in one transaction: nothing is told twice, and nothing is forgotten. */
    @Atomic(alone = true)
    public void tell(long causeId, Instant now) {
        CauseRow cause = entities.find(CauseRow.class, causeId);
        Optional<BusinessException> example = desk.get(cause.exampleId());
        cause.look();
        if (example.isEmpty()) {
            return;
        }
        if (cause.ends(now)) {
            tellMended(cause, example.get(), now);
            return;
        }
        worst(cause).filter(cause::isNews).ifPresent(worst -> tell(cause, worst, example.get(), now));
    }

    private void tell(CauseRow cause, Severity worst, BusinessException example, Instant now) {
        AlertWords.Told told = new AlertWords.Told(worst, cause.open(), atRisk(cause), example);
        Letter letter = new Letter(
                cause.told(worst, now),
                Purpose.ALERT,
                cause.id(),
                worst,
                AlertWords.title(told),
                AlertWords.lines(told),
                console.exception(example.id()));
        Recipients.of(rules, example, worst, now)
                .forEach((recipient, notBefore) -> outbox.write(letter, recipient, notBefore, now));
    }

    /** Only those hear of it who were told of the cause; what nobody was told of yet is not told any more. */
    private void tellMended(CauseRow cause, BusinessException example, Instant now) {
        outbox.dropOf(cause.id(), new Outbox.Failure(now, "It was over before it was told"));
        String headline = AlertWords.masked(cause.headline());
        Letter letter = new Letter(
                cause.mended(),
                Purpose.MENDED,
                cause.id(),
                Severity.LOW,
                "Mended: " + headline,
                List.of("This is over: " + headline),
                console.exception(example.id()));
        for (Recipient recipient : Recipients.ofMended(rules, example)) {
            if (outbox.hasTold(cause.id(), recipient, cause.begunAt())) {
                outbox.write(letter, recipient, now, now);
            }
        }
    }

    private Optional<Severity> worst(CauseRow cause) {
        return entities
                .createQuery(
                        "SELECT DISTINCT m.severity FROM MemberRow m WHERE m.causeId = :cause AND m.open = TRUE",
                        Severity.class)
                .setParameter("cause", cause.id())
                .getResultList()
                .stream()
                .max(Severity::compareTo);
    }

    private List<Money> atRisk(CauseRow cause) {
        return entities
                .createQuery(
                        "SELECT m.currency, SUM(m.amount) FROM MemberRow m WHERE m.causeId = :cause AND m.open = TRUE"
                                + " GROUP BY m.currency ORDER BY m.currency",
                        Object[].class)
                .setParameter("cause", cause.id())
                .getResultList()
                .stream()
                .map(row -> Money.of(((BigDecimal) row[1]).stripTrailingZeros(), (String) row[0]))
                .filter(sum -> !sum.isZero())
                .toList();
    }
}
