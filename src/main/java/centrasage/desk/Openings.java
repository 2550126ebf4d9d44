package centrasage.desk;

import centrasage.flow.Owner;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.flow.event.ChangeMade;
import centrasage.flow.event.ChangeWithdrawn;
import centrasage.flow.event.FindingOver;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemMended;
import centrasage.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/**
 * Opens an exception when a posting is held, refused or found wanting, or when the application itself needs a person, and closes
 * it when the cause is gone.
 */
@ApplicationScoped
class Openings {
    private static final Reason WITHDRAWN = new Reason(
            "CHANGE_WITHDRAWN",
            Owner.OPERATIONS,
            "It is again in Centra as it was before it changed",
            "If the document in Sage 200 was corrected meanwhile, correct it back; else nothing");

    private Register register;

    @SuppressWarnings("NullAway.Init")
    Openings() {}

    @Inject
    Openings(Register register) {
        this.register = register;
    }

    void changed(@Observes PostingChanged change) {
        PostingState to = change.to();
        boolean stopped = to == PostingState.HELD || to == PostingState.REFUSED;
        if (to == PostingState.PARKED) {
            parked(change);
        } else if (stopped && change.gathered()) {
            register.gather(cause(change.postingId()), Causes.OTHERS);
        } else if (stopped && change.key().kind().follows()) {
            register.open(matter(change, BusinessException.Kind.NOT_CORRECTED, " was not made: "));
        } else if (to == PostingState.HELD) {
            register.open(matter(change, BusinessException.Kind.HELD, " cannot be posted: "));
        } else if (to == PostingState.REFUSED) {
            register.open(refused(change));
        } else if (to != PostingState.SENDING && change.from() != to) {
            register.close(cause(change.postingId()), change.from() + " -> " + to);
        }
    }

    /** Goods that have left and are not paid for weigh more than what is merely not written down. */
    private static Matter refused(PostingChanged change) {
        Matter refused = matter(
                change,
                BusinessException.Kind.REFUSED,
                " was refused by " + change.key().kind().side().title() + ": ");
        return change.key().kind() == PostingKind.CENTRA_CAPTURE ? refused.as(Severity.HIGH) : refused;
    }

    /** What was tried once more and is parked for the same reasons is as it was, and as severe as it has become meanwhile. */
    private void parked(PostingChanged change) {
        Matter parked = matter(change, BusinessException.Kind.PARKED, " cannot be posted for now: ");
        Severity before = register.find(parked.cause())
                .filter(ExceptionRow::isOpen)
                .map(ExceptionRow::toException)
                .filter(open -> open.kind() == BusinessException.Kind.PARKED)
                .map(BusinessException::severity)
                .orElse(parked.severity());
        register.open(parked.as(before));
    }

    private static Matter matter(PostingChanged change, BusinessException.Kind kind, String verb) {
        String more = change.reasons().size() > 1 ? " (and " + (change.reasons().size() - 1) + " more)" : "";
        return new Matter(
                cause(change.postingId()),
                Matter.About.posting(change.postingId(), change.key()),
                kind,
                change.amount(),
                Matter.headline(change.key(), verb, change.reasons().get(0)) + more,
                change.reasons());
    }

    static String cause(long postingId) {
        return "posting/" + postingId;
    }

    void found(@Observes PostingFinding finding) {
        register.open(new Matter(
                cause(finding.kind(), finding.postingId()),
                Matter.About.posting(finding.postingId(), finding.key()),
                BusinessException.Kind.valueOf(finding.kind().name()),
                finding.amount(),
                Matter.headline(finding.key(), finding.reason()),
                List.of(finding.reason())));
    }

    void over(@Observes FindingOver news) {
        register.close(cause(news.kind(), news.postingId()), news.how());
    }

    /** Whoever resolved the change may have corrected Sage 200, and must correct it back; else there is nothing left to do. */
    void withdrawn(@Observes ChangeWithdrawn news) {
        String cause = cause(PostingFinding.Kind.CHANGED_AFTER_POSTING, news.postingId());
        register.find(cause).ifPresent(row -> {
            if (register.wasResolved(row)) {
                register.open(withdrawn(news, cause, row.toException().atRisk()));
            } else {
                register.close(cause, "in Centra it is again as it was posted");
            }
        });
    }

    /** Sage 200 has it as Centra does, so there is nothing left to do. */
    void made(@Observes ChangeMade news) {
        register.close(
                cause(PostingFinding.Kind.CHANGED_AFTER_POSTING, news.postingId()), "it was amended in Sage 200");
    }

    private static Matter withdrawn(ChangeWithdrawn news, String cause, Money atRisk) {
        return new Matter(
                cause,
                Matter.About.posting(news.postingId(), news.key()),
                BusinessException.Kind.CHANGED_AFTER_POSTING,
                atRisk,
                Matter.headline(news.key(), WITHDRAWN),
                List.of(WITHDRAWN));
    }

    private static String cause(PostingFinding.Kind kind, long postingId) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + postingId;
    }

    /** Of money there is none that anybody could name, so it stands with zero, in the currency of the books. */
    void found(@Observes SystemFinding finding) {
        register.open(new Matter(
                cause(finding.kind(), finding.subject()),
                Matter.About.itself(finding.subject()),
                BusinessException.Kind.valueOf(finding.kind().name()),
                Money.of("0", "GBP"),
                finding.reason().what(),
                List.of(finding.reason())));
    }

    void mended(@Observes SystemMended mended) {
        register.close(cause(mended.kind(), mended.subject()), "it is as it should be again");
    }

    void found(@Observes SettlementFinding finding) {
        register.open(new Matter(
                cause(finding.kind(), finding.subject()),
                new Matter.About(null, finding.company(), finding.subject()),
                BusinessException.Kind.valueOf(finding.kind().name()),
                finding.atRisk(),
                finding.reasons().get(0).what(),
                finding.reasons()));
    }

    void over(@Observes SettlementFinding.Over over) {
        register.close(cause(over.kind(), over.subject()), "it is as it should be again");
    }

    void only(@Observes SettlementFinding.Only only) {
        register.closeOthers(
                BusinessException.Kind.valueOf(only.kind().name()),
                only.begin(),
                only.subjects(),
                "it is well again, or gone");
    }

    private static String cause(Enum<?> kind, String subject) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + subject;
    }
}
