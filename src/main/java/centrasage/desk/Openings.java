package centrasage.desk;

import centrasage.flow.PostingChanged;
import centrasage.flow.PostingFinding;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.SystemFinding;
import centrasage.flow.SystemMended;
import centrasage.money.Money;
import centrasage.sync.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens an exception when a posting is held, refused or found wanting, or when the application itself needs a person, and
 * closes it when the cause is gone.
 */
@ApplicationScoped
class Openings {
    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Openings() {}

    @Inject
    Openings(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    void changed(@Observes PostingChanged change) {
        PostingState to = change.to();
        if (to == PostingState.HELD) {
            open(change, BusinessException.Kind.HELD, " cannot be posted: ");
        } else if (to == PostingState.REFUSED) {
            open(change, BusinessException.Kind.REFUSED, " was refused by Sage 200: ");
        } else if (to != PostingState.SENDING && change.from() != to) {
            close(cause(change.postingId()));
        }
    }

    /** Of money there is none that anybody could name, so it stands with zero, in the currency of the books. */
    void found(@Observes SystemFinding finding) {
        String cause = cause(finding.kind(), finding.subject());
        open(
                cause,
                () -> new ExceptionRow(cause, finding.subject()),
                BusinessException.Kind.valueOf(finding.kind().name()),
                Money.of("0", "GBP"),
                finding.reason().what(),
                List.of(finding.reason()));
    }

    void mended(@Observes SystemMended mended) {
        close(cause(mended.kind(), mended.subject()));
    }

    private static String cause(SystemFinding.Kind kind, String subject) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + subject;
    }

    private void open(PostingChanged change, BusinessException.Kind kind, String verb) {
        String more = change.reasons().size() > 1 ? " (and " + (change.reasons().size() - 1) + " more)" : "";
        String cause = cause(change.postingId());
        open(
                cause,
                () -> new ExceptionRow(cause, change.postingId(), change.key()),
                kind,
                change.amount(),
                subject(change.key()) + verb + change.reasons().get(0).what() + more,
                change.reasons());
    }

    void found(@Observes PostingFinding finding) {
        String cause = finding.kind().name().toLowerCase(Locale.ROOT) + "/" + finding.postingId();
        open(
                cause,
                () -> new ExceptionRow(cause, finding.postingId(), finding.key()),
                BusinessException.Kind.valueOf(finding.kind().name()),
                finding.amount(),
                subject(finding.key()) + ": " + finding.reason().what(),
                List.of(finding.reason()));
    }

    private void open(
            String cause,
            Supplier<ExceptionRow> first,
            BusinessException.Kind kind,
            Money atRisk,
            String headline,
            List<Reason> reasons) {
        ExceptionRow row = find(cause).orElseGet(() -> {
            ExceptionRow made = first.get();
            made.open(kind, atRisk, headline, reasons, time.now());
            entities.persist(made);
            return made;
        });
        if (row.isOpen() || !row.says(reasons) || !kind.isFinding()) {
            row.open(kind, atRisk, headline, reasons, time.now());
        }
    }

    private void close(String cause) {
        find(cause)
                .filter(ExceptionRow::isOpen)
                .ifPresent(row -> row.resolve("closed by itself: the cause is gone", time.now()));
    }

    private Optional<ExceptionRow> find(String cause) {
        return entities
                .createQuery("SELECT e FROM ExceptionRow e WHERE e.cause = :cause", ExceptionRow.class)
                .setParameter("cause", cause)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static String cause(long postingId) {
        return "posting/" + postingId;
    }

    private static String subject(PostingKey key) {
        return "Order " + key.sourceKey();
    }
}
