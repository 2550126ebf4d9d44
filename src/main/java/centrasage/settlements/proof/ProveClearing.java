package centrasage.settlements.proof;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.settlements.SettlementSettings;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The step {@code prove}: what is finished is put aside, and each clearing bank is held against what is open in it. */
@Named
@Dependent
public class ProveClearing extends AbstractBatchlet {
    private static final int LOOKS = 5;

    private final ClearingBook book;
    private final FinishedBatches finished;
    private final ClearingReport report;
    private final ClearingEntries entries;
    private final MappingVersions versions;
    private final SettlementSettings settings;
    private final Clock clock;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    ProveClearing(
            ClearingBook book,
            FinishedBatches finished,
            ClearingReport report,
            ClearingEntries entries,
            MappingVersions versions,
            SettlementSettings settings,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.book = book;
        this.finished = finished;
        this.report = report;
        this.entries = entries;
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
        this.counts = counts;
        this.context = context;
    }

    /** @throws Exception when the mappings cannot be read, or Sage cannot be asked for its balances */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, () -> {
            prove(versions.current().mappings());
            return "COMPLETED";
        });
    }

    /** While jobs post, a bank's balance and what is known of it are of two moments: it differs where it does each time. */
    private ClearingBook.Looked looked(Mappings mappings) throws InterruptedException {
        Map<ClearingBook.Name, Clearing> banks = new LinkedHashMap<>();
        ClearingBook.Looked last = book.look(mappings);
        for (int look = 1; ; look++) {
            for (Clearing bank : last.banks()) {
                banks.merge(
                        new ClearingBook.Name(
                                bank.company(),
                                bank.bank(),
                                bank.open().currency().getCurrencyCode()),
                        bank,
                        (before, now) -> before.isProvenInBoth() ? before : now);
            }
            if (look == LOOKS || banks.values().stream().allMatch(Clearing::isProvenInBoth)) {
                return new ClearingBook.Looked(List.copyOf(banks.values()), last.names(), last.silent());
            }
            Thread.sleep(settings.lookAgain().toMillis());
            last = book.look(mappings);
        }
    }

    /** A company that cannot be asked keeps no other from its proof: the run fails once all is told. */
    private void prove(Mappings mappings) throws TargetUnavailable, InterruptedException {
        long done = finished.putAside();
        ClearingBook.Looked looked = looked(mappings);
        List<Clearing> banks = looked.banks();
        banks.forEach(bank -> report.told(bank, !looked.silent().containsKey(bank.company())));
        report.only(looked.names());
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        LocalDate since = today.minus(settings.paidWithin());
        report.late(banks, entries.sums(LocalDate.EPOCH, since), since);
        long proven = banks.stream().filter(Clearing::isProvenInBoth).count();
        counts.add(
                context.getExecutionId(),
                Map.of(
                        "batches finished", done,
                        "clearing banks proven", proven,
                        "clearing banks that differ", banks.size() - proven));
        looked.all();
    }
}
