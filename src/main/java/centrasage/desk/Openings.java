package centrasage.desk;

import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.ChangeWithdrawn;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemMended;
import centrasage.money.Money;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens an exception when a posting is held, refused or found wanting, or when the application itself needs a person, and closes
 * it when the cause is gone. Each time that one opens or closes by itself, the audit trail says so.
 */
@ApplicationScoped
class Openings {
    private static final Reason WITHDRAWN = new Reason(
            "CHANGE_WITHDRAWN",
            Owner.OPERATIONS,
            "It is again in Centra as it was before it changed",
            "If the document in Sage 200 was corrected meanwhile, correct it back; else nothing");

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    Openings() {}

    @Inject
    Openings(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /** What it is about: a posting, or the application itself, which has no posting and no company. */
    private record About(@Nullable Long postingId, String company, String sourceKey) {
        static About posting(long id, PostingKey key) {
            return new About(id, key.company(), key.sourceKey());
        }
    }

    /** What is wrong, and in which words. */
    private record Matter(
            String cause,
            About about,
            BusinessException.Kind kind,
            Money atRisk,
            String headline,
            List<Reason> reasons) {}

    void changed(@Observes PostingChanged change) {
        PostingState to = change.to();
        if (to == PostingState.HELD) {
            open(matter(change, BusinessException.Kind.HELD, " cannot be posted: "));
        } else if (to == PostingState.REFUSED) {
            open(matter(change, BusinessException.Kind.REFUSED, " was refused by Sage 200: "));
        } else if (to != PostingState.SENDING && change.from() != to) {
            close(cause(change.postingId()), change.from() + " -> " + to);
        }
    }

    private static Matter matter(PostingChanged change, BusinessException.Kind kind, String verb) {
        String more = change.reasons().size() > 1 ? " (and " + (change.reasons().size() - 1) + " more)" : "";
        return new Matter(
                cause(change.postingId()),
                About.posting(change.postingId(), change.key()),
                kind,
                change.amount(),
                subject(change.key()) + verb + change.reasons().get(0).what() + more,
                change.reasons());
    }

    void found(@Observes PostingFinding finding) {
        open(new Matter(
                cause(finding.kind(), finding.postingId()),
                About.posting(finding.postingId(), finding.key()),
                BusinessException.Kind.valueOf(finding.kind().name()),
                finding.amount(),
                subject(finding.key()) + ": " + finding.reason().what(),
                List.of(finding.reason())));
    }

    /** Whoever resolved the change may have corrected Sage 200, and must correct it back; else there is nothing left to do. */
    void withdrawn(@Observes ChangeWithdrawn news) {
        String cause = cause(PostingFinding.Kind.CHANGED_AFTER_POSTING, news.postingId());
        find(cause).ifPresent(row -> {
            if (wasResolved(row)) {
                open(withdrawn(news, cause, row.toException().atRisk()));
            } else {
                close(cause, "in Centra it is again as it was posted");
            }
        });
    }

    private static Matter withdrawn(ChangeWithdrawn news, String cause, Money atRisk) {
        return new Matter(
                cause,
                About.posting(news.postingId(), news.key()),
                BusinessException.Kind.CHANGED_AFTER_POSTING,
                atRisk,
                subject(news.key()) + ": " + WITHDRAWN.what(),
                List.of(WITHDRAWN));
    }

    /** By a person, now or before it was opened again. */
    private boolean wasResolved(ExceptionRow row) {
        return audit.of(row.subject()).stream().anyMatch(entry -> entry.action().equals("RESOLVED"));
    }

    /** Of money there is none that anybody could name, so it stands with zero, in the currency of the books. */
    void found(@Observes SystemFinding finding) {
        String cause = cause(finding.kind(), finding.subject());
        open(new Matter(
                cause,
                new About(null, "", finding.subject()),
                BusinessException.Kind.valueOf(finding.kind().name()),
                Money.of("0", "GBP"),
                finding.reason().what(),
                List.of(finding.reason())));
    }

    /** Both systems were compared, and differ. */
    void drifted(Drift drift) {
        Long posting = drift.postingId();
        open(new Matter(
                cause(drift.kind(), posting, drift.key()),
                new About(posting, drift.key().company(), drift.key().sourceKey()),
                drift.kind(),
                drift.atRisk(),
                subject(drift.key()) + ": " + drift.reasons().get(0).what(),
                drift.reasons()));
    }

    /** Both systems were compared, and agree again. */
    void agrees(DriftBook.Known known) {
        close(cause(known.kind(), known.postingId(), known.key()), "Sage 200 was read back, and it is over");
    }

    /** What no posting of ours explains is known by its key alone. */
    private static String cause(BusinessException.Kind kind, @Nullable Long postingId, PostingKey key) {
        String subject = postingId == null || kind == BusinessException.Kind.NOT_EXPECTED_IN_SAGE
                ? key.company() + "/" + key.sourceKey()
                : postingId.toString();
        return kind.name().toLowerCase(Locale.ROOT) + "/" + subject;
    }

    void mended(@Observes SystemMended mended) {
        close(cause(mended.kind(), mended.subject()), "it is as it should be again");
    }

    private static String cause(SystemFinding.Kind kind, String subject) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + subject;
    }

    private void open(Matter matter) {
        Optional<ExceptionRow> known = find(matter.cause());
        if (known.isEmpty()) {
            About about = matter.about();
            ExceptionRow made = new ExceptionRow(matter.cause(), about.postingId(), about.company(), about.sourceKey());
            open(made, matter);
            entities.persist(made);
            tell("OPENED", made, matter.headline());
            return;
        }
        ExceptionRow row = known.get();
        boolean wasOpen = row.isOpen();
        boolean isNews = !matter.kind().isFinding() || row.isCauseGone() || !row.says(matter.reasons());
        if (wasOpen || isNews) {
            open(row, matter);
        }
        if (!wasOpen && isNews) {
            tell("REOPENED", row, matter.headline());
        }
    }

    private void open(ExceptionRow row, Matter matter) {
        row.open(matter.kind(), matter.atRisk(), matter.headline(), matter.reasons(), time.now());
    }

    private void close(String cause, String why) {
        find(cause).ifPresent(row -> close(row, why));
    }

    private void close(ExceptionRow row, String why) {
        row.causeIsGone();
        if (row.isOpen()) {
            row.resolve("closed by itself: the cause is gone", time.now());
            tell("CLOSED", row, "by itself: " + why);
        }
    }

    private void tell(String action, ExceptionRow row, String detail) {
        audit.write(Desk.ITSELF, action, row.subject(), detail);
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

    private static String cause(PostingFinding.Kind kind, long postingId) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + postingId;
    }

    private static String subject(PostingKey key) {
        return (key.kind().follows() ? "The correction of order " : "Order ") + key.sourceKey();
    }
}
