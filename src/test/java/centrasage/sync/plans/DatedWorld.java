package centrasage.sync.plans;

import centrasage.flow.Periods;
import centrasage.flow.PostingKind;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.dates.ClosedPeriodRules;
import centrasage.sync.dates.DifferingDate;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.store.JpaWorld;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world whose books are open from a day on, and which decides of each kind of document what becomes of an earlier one. */
public final class DatedWorld {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-20T09:00:00Z"), ZoneOffset.UTC);

    private final Map<PostingKind, ClosedPeriod> rules = new EnumMap<>(PostingKind.class);
    private final JpaWorld world;
    private final DocumentDates dates;
    private LocalDate openFrom = LocalDate.MIN;

    public DatedWorld(JpaWorld world) {
        this.world = world;
        this.dates = world.transactions().bean(DocumentDates.class, world.entities(), world.audit());
    }

    public DatedWorld closed(LocalDate until) {
        openFrom = until;
        return this;
    }

    public DatedWorld with(PostingKind kind, ClosedPeriod rule) {
        rules.put(kind, rule);
        return this;
    }

    public DatedPlans plans() {
        Periods periods = (kind, company, day) ->
                day.isBefore(openFrom) ? Optional.of("The period is closed.") : Optional.empty();
        return new DatedPlans(periods, dates, rules(), NOW);
    }

    private ClosedPeriodRules rules() {
        return new ClosedPeriodRules(rules, ZoneId.of("Europe/London"));
    }

    public DocumentDays days() {
        return new DocumentDays(world.postings(), dates);
    }

    public StoppedByPeriod stopped() {
        return world.transactions()
                .bean(StoppedByPeriod.class, world.postings(), world.givingUp(), world.staging(), rules());
    }

    public List<DifferingDate> differing() {
        return dates.differing(0, 50);
    }
}
