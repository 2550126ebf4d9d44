package centrasage.desk.alert.digest;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Standing;
import centrasage.desk.alert.cause.ConsoleLink;
import centrasage.desk.alert.outbox.Letter;
import centrasage.desk.alert.outbox.Outbox;
import centrasage.desk.alert.outbox.Purpose;
import centrasage.desk.alert.rule.AlertRules;
import centrasage.desk.alert.rule.Rule;
import centrasage.flow.Severity;
import centrasage.sync.database.Atomic;
import centrasage.sync.record.AuditSealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Writes the digest of a rule for a day, in one transaction; a second one of the same day is never written. */
@ApplicationScoped
public class DigestBook {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CLEARING_MAX = 10;

    private Standing standing;
    private AuditSealer sealer;
    private DigestParts parts;
    private AlertRules rules;
    private Outbox outbox;
    private ConsoleLink console;

    @SuppressWarnings("NullAway.Init")
    DigestBook() {}

    @Inject
    DigestBook(
            Standing standing,
            AuditSealer sealer,
            DigestParts parts,
            AlertRules rules,
            Outbox outbox,
            ConsoleLink console) {
        this.standing = standing;
        this.sealer = sealer;
        this.parts = parts;
        this.rules = rules;
        this.outbox = outbox;
        this.console = console;
    }

    @Atomic(alone = true)
    public void write(Rule rule, LocalDate day, Instant now) {
        Instant yesterday = now.minus(DAY);
        Digest.Figures figures = new Digest.Figures(
                standing.open().stream()
                        .filter(open -> rule.owners().contains(open.owner()))
                        .toList(),
                standing.openedSince(yesterday, rule.owners()),
                standing.closedSince(yesterday, rule.owners()),
                standing.openedBefore(yesterday, rule.owners()),
                standing.open(Set.of(Kind.CLEARING_DIFFERS, Kind.CLEARING_BASE_DIFFERS), CLEARING_MAX),
                sealer.head());
        Letter letter = new Letter(
                "digest/" + rule.name() + "/" + day,
                Purpose.DIGEST,
                null,
                Severity.LOW,
                Digest.title(figures),
                Digest.lines(figures, parts.all(), rules.zone()),
                console.exceptions());
        rule.recipients().forEach(recipient -> outbox.write(letter, recipient, now, now));
    }
}
