package centrasage.settlements.journal;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.SageNominal;
import centrasage.sage200.client.read.NominalAccounts;
import centrasage.sage200.ledger.ChartOfAccounts;
import centrasage.sage200.ledger.NominalEntry;
import centrasage.settlements.SettlementSettings;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The step {@code journals}: each journal is looked for in Sage's nominal ledger. A company that cannot be asked keeps neither the others nor the
 * proof of the clearing banks waiting: its journals stay as they are, and the run counts them.
 */
@Named
@Dependent
public class WatchJournals extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(WatchJournals.class.getName());
    private static final String SEEN = "journals seen";

    private final Journals journals;
    private final JournalFate fate;
    private final NominalAccounts accounts;
    private final SageNominal nominal;
    private final JournalSettings settings;
    private final SettlementSettings settlements;
    private final Clock clock;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    WatchJournals(
            Journals journals,
            JournalFate fate,
            NominalAccounts accounts,
            SageNominal nominal,
            JournalSettings settings,
            SettlementSettings settlements,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.journals = journals;
        this.fate = fate;
        this.accounts = accounts;
        this.nominal = nominal;
        this.settings = settings;
        this.settlements = settlements;
        this.clock = clock;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public String process() {
        return Failing.telling(context, () -> {
            watch(since());
            return "COMPLETED";
        });
    }

    /** What was proposed before should be in Sage by now. */
    private Instant since() {
        return clock.instant()
                .atZone(settlements.zone())
                .minus(settings.within())
                .toInstant();
    }

    private void watch(Instant since) {
        Map<String, List<Journal>> byCompany = journals.watched(since).stream()
                .collect(Collectors.groupingBy(
                        journal -> journal.content().company(), TreeMap::new, Collectors.toList()));
        byCompany.forEach((company, ours) -> {
            try {
                look(company, ours, since);
            } catch (TargetUnavailable e) {
                notLookedFor(ours, since, e);
            }
        });
    }

    private void look(String company, List<Journal> ours, Instant since) throws TargetUnavailable {
        ChartOfAccounts chart = accounts.of(company);
        Map<String, LocalDate> days = ours.stream()
                .collect(Collectors.toMap(
                        Journal::reference, journal -> journal.content().date()));
        Map<String, List<NominalEntry>> entries = nominal.find(company, days);
        Map<String, Long> counted = new HashMap<>(Map.of(SEEN, 0L));
        for (Journal journal : ours) {
            List<NominalEntry> there = entries.getOrDefault(journal.reference(), List.of());
            counted.merge(outcome(journal, Sighting.of(journal, there, chart), since), 1L, Long::sum);
        }
        counts.add(context.getExecutionId(), counted);
    }

    /** @return what it counts as */
    private String outcome(Journal journal, Sighting sighting, Instant since) {
        return sighting.match(
                urns -> fate.seen(journal, urns) ? SEEN : "journals still there",
                () -> {
                    fate.notThere(journal, journal.proposedAt().isBefore(since));
                    return "journals not there";
                },
                what -> {
                    fate.differs(journal, what);
                    return "journals that differ";
                });
    }

    private void notLookedFor(List<Journal> ours, Instant since, TargetUnavailable e) {
        LOG.warning(() -> "journals could not be looked for: " + e.getMessage());
        ours.stream()
                .filter(journal -> journal.proposedAt().isBefore(since))
                .forEach(journal -> fate.notLookedFor(journal, String.valueOf(e.getMessage())));
        counts.add(context.getExecutionId(), Map.of("journals not looked for", (long) ours.size()));
    }
}
