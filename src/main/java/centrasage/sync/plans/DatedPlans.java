package centrasage.sync.plans;

import centrasage.flow.Owner;
import centrasage.flow.Periods;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.dates.ClosedPeriodRules;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.dates.DocumentDay;
import centrasage.sync.posting.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With which days documents go out whose own days Sage 200 takes no documents for any more, as the site has decided for their kind. With
 * {@code hold} a document keeps its day, and its target parks it until the period is open.
 */
@ApplicationScoped
public class DatedPlans {
    private Periods periods;
    private DocumentDates documents;
    private ClosedPeriodRules rules;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    DatedPlans() {}

    @Inject
    public DatedPlans(Periods periods, DocumentDates documents, ClosedPeriodRules rules, Clock clock) {
        this.periods = periods;
        this.documents = documents;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param document its plans have their true days
     * @throws TargetUnavailable when Sage cannot be asked now
     */
    public PlannedDocument dated(PlannedDocument document) throws TargetUnavailable {
        List<Planned> plans = new ArrayList<>();
        List<DocumentDay> days = new ArrayList<>();
        for (Planned planned : document.plans()) {
            Optional<ClosedPeriod> rule = rules.of(planned.key().kind());
            if (rule.isPresent()) {
                Dated dated = dated(planned, rule.get());
                plans.add(dated.planned());
                days.add(dated.day());
            } else {
                plans.add(planned);
            }
        }
        return new PlannedDocument(document.stagedId(), document.basis(), plans, days);
    }

    private record Dated(Planned planned, DocumentDay day) {}

    private Dated dated(Planned planned, ClosedPeriod rule) throws TargetUnavailable {
        PostingKey key = planned.key();
        LocalDate day = planned.businessDate();
        DocumentDay itsOwn = new DocumentDay(key, day, day, null);
        if (!(planned.plan() instanceof Plan.Post post) || rule == ClosedPeriod.HOLD || !Redated.canBe(post)) {
            return new Dated(planned, itsOwn);
        }
        OpenDays open = new OpenDays(periods, key);
        LocalDate chosen = documents.chosen(key).orElse(null);
        if (chosen != null && open.isOpen(chosen)) {
            return redated(planned, post, new DocumentDay(key, day, chosen, chosen), chosen);
        }
        String objection = open.objection(day).orElse(null);
        if (objection == null) {
            return new Dated(planned, new DocumentDay(key, day, day, chosen));
        }
        LocalDate next = open.after(day, clock.instant().atZone(rules.zone()).toLocalDate())
                .orElse(null);
        return rule == ClosedPeriod.NEXT_OPEN && next != null
                ? redated(planned, post, new DocumentDay(key, day, next, chosen), next)
                : new Dated(
                        planned.planned(new Plan.Hold(List.of(toChoose(key, day, objection, next))), day),
                        new DocumentDay(key, day, null, chosen));
    }

    private static Dated redated(Planned planned, Plan.Post post, DocumentDay kept, LocalDate day) {
        return new Dated(planned.planned(Redated.with(post, day), day), kept);
    }

    private static Reason toChoose(PostingKey key, LocalDate day, String words, @Nullable LocalDate next) {
        return new Reason(
                "DAY_TO_CHOOSE",
                Owner.FINANCE,
                "The " + key.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + key.sourceKey()
                        + " is of " + day + ", and Sage 200 takes no documents of that day (" + words + ")",
                "Open the period in Sage 200, then plan again"
                        + (next == null
                                ? ""
                                : "; or say that it may go out with " + next + ", the next day that is open"));
    }
}
