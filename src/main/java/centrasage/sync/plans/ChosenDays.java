package centrasage.sync.plans;

import centrasage.flow.DocumentVersion;
import centrasage.flow.Periods;
import centrasage.flow.PostingKey;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.database.Atomic;
import centrasage.sync.dates.DifferingDate;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.GivingUp;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With which day a person lets a document go out whose period is closed: again and again until it is sent. */
@ApplicationScoped
public class ChosenDays {
    private DocumentDates dates;
    private Postings postings;
    private GivingUp givingUp;
    private Staging staging;
    private Periods periods;
    private Clock clock;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    ChosenDays() {}

    @Inject
    public ChosenDays(
            DocumentDates dates,
            Postings postings,
            GivingUp givingUp,
            Staging staging,
            Periods periods,
            Clock clock,
            @ConfigProperty(name = "schedule.time-zone") String zone) {
        this.dates = dates;
        this.postings = postings;
        this.givingUp = givingUp;
        this.staging = staging;
        this.periods = periods;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    /** Why it cannot go out with this day, in words that follow the day; empty where it can. */
    public Optional<String> objection(DifferingDate asked, LocalDate day) throws TargetUnavailable {
        if (day.isBefore(asked.trueDate())) {
            return Optional.of("is before its true day, " + asked.trueDate());
        }
        if (day.isAfter(clock.instant().atZone(zone).toLocalDate())) {
            return Optional.of("has not come yet");
        }
        return periods.objection(asked.key().kind(), asked.key().company(), day)
                .map(words -> "is closed in Sage 200 (" + words + ")");
    }

    /** The document is planned again with this day; false where it may have been sent or was given up, and nothing was done. */
    @Atomic
    public boolean choose(PostingKey key, LocalDate day, String who, String why) {
        Optional<Posting> posting = postings.of(key.sourceKey()).stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
        if (posting.isEmpty()
                || !givingUp.settled(posting.get().id()).mayBeReplanned()
                || !dates.choose(key, day, who, why)) {
            return false;
        }
        DocumentVersion source = givingUp.source(posting.get().id());
        return staging.planAgain(source.kind(), source.key());
    }
}
