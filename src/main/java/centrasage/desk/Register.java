package centrasage.desk;

import centrasage.desk.rule.OwnerRules;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;

/** One exception for each cause: opened, worded anew, closed and opened again. Each opening and closing is told to the audit trail. */
@ApplicationScoped
class Register {
    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;
    private OwnerRules owners;

    @SuppressWarnings("NullAway.Init")
    Register() {}

    @Inject
    Register(EntityManager entities, DatabaseTime time, Audit audit, OwnerRules owners) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
        this.owners = owners;
    }

    void open(Matter matter) {
        Optional<ExceptionRow> known = find(matter.cause());
        if (known.isEmpty()) {
            Matter.About about = matter.about();
            ExceptionRow made = new ExceptionRow(matter.cause(), about.postingId(), about.company(), about.sourceKey());
            open(made, matter);
            entities.persist(made);
            tell("OPENED", made, matter.headline());
            return;
        }
        ExceptionRow row = known.get();
        if (row.tells(matter)) {
            return;
        }
        boolean isNews = !matter.kind().isFinding() || row.isCauseGone() || !row.says(matter.reasons());
        if (row.isOpen()) {
            changed(row, matter);
        } else if (isNews) {
            open(row, matter);
            tell("REOPENED", row, matter.headline());
        }
    }

    /** What somebody ignores comes back where it is worse or about other money than they knew of. */
    private void changed(ExceptionRow row, Matter matter) {
        if (row.isBackBy(matter)) {
            row.back(time.now());
            tell("RETURNED", row, "it is about " + matter.atRisk().abs() + " now, and " + matter.severity());
        } else if (row.isOtherBy(matter) && !matter.kind().isOfMany()) {
            row.changes(time.now());
            tell("CHANGED", row, matter.headline());
        }
        open(row, matter);
    }

    /** Other words for what is open; what nobody waits for any more is left alone. */
    void reword(Matter matter) {
        find(matter.cause())
                .filter(row -> row.isOpen() && !row.says(matter.reasons()))
                .ifPresent(row -> open(row, matter));
    }

    private void open(ExceptionRow row, Matter matter) {
        Owner owner = owners.of(matter.kind().name(), matter.reasons().get(0));
        row.open(matter, owner, time.now());
    }

    void close(String cause, String why) {
        find(cause).ifPresent(row -> close(row, why));
    }

    /** Whatever is told of this kind about this document, in whichever company. */
    void close(BusinessException.Kind kind, String sourceKey, String why) {
        entities.createQuery(
                        "SELECT e FROM ExceptionRow e WHERE e.sourceKey = :sourceKey AND e.kind = :kind"
                                + " AND e.causeGone = false",
                        ExceptionRow.class)
                .setParameter("sourceKey", sourceKey)
                .setParameter("kind", kind)
                .getResultList()
                .forEach(row -> close(row, why));
    }

    /** Whatever is told of this kind about documents whose number begins so, but for these. */
    void closeOthers(BusinessException.Kind kind, String begin, Set<String> sourceKeys, String why) {
        entities
                .createQuery(
                        "SELECT e FROM ExceptionRow e WHERE e.sourceKey LIKE :begin AND e.kind = :kind"
                                + " AND e.causeGone = false",
                        ExceptionRow.class)
                .setParameter("begin", begin + "%")
                .setParameter("kind", kind)
                .getResultList()
                .stream()
                .filter(row -> !sourceKeys.contains(row.toException().sourceKey()))
                .forEach(row -> close(row, why));
    }

    /** As {@link #close}, but for what is told under this code: that is still so. */
    void closeUnless(String cause, String code, String why) {
        find(cause)
                .filter(row -> !row.toException().reasons().get(0).code().equals(code))
                .ifPresent(row -> close(row, why));
    }

    /** More severe than it was; what is not open is left alone. */
    void worsen(String cause, Severity severity) {
        find(cause)
                .filter(row -> row.isOpen() && row.worsen(severity, time.now()))
                .ifPresent(row -> {
                    tell("ESCALATED", row, severity.name());
                    if (row.isIgnored()) {
                        row.back(time.now());
                        tell("RETURNED", row, "it is " + severity + " now");
                    }
                });
    }

    /** What was told of one document alone is told with others from now on. */
    void gather(String cause, String under) {
        find(cause).filter(ExceptionRow::isOpen).ifPresent(row -> {
            row.causeIsGone();
            row.resolve("gathered under " + under, time.now());
            tell("CLOSED", row, "by itself: gathered under " + under);
        });
    }

    private void close(ExceptionRow row, String why) {
        row.causeIsGone();
        if (row.isOpen()) {
            row.resolve("closed by itself: the cause is gone", time.now());
            tell("CLOSED", row, "by itself: " + why);
        }
    }

    /** By a person, now or before it was opened again. */
    boolean wasResolved(ExceptionRow row) {
        return audit.of(row.subject()).stream().anyMatch(entry -> entry.action().equals("RESOLVED"));
    }

    private void tell(String action, ExceptionRow row, String detail) {
        audit.write(Desk.ITSELF, action, row.subject(), detail);
    }

    Optional<ExceptionRow> find(String cause) {
        return entities
                .createQuery("SELECT e FROM ExceptionRow e WHERE e.cause = :cause", ExceptionRow.class)
                .setParameter("cause", cause)
                .getResultList()
                .stream()
                .findFirst();
    }
}
