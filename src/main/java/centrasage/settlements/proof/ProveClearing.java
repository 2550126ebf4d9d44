package centrasage.settlements.proof;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.sage200.client.read.Banks;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.base.ValueBatches;
import centrasage.settlements.rate.EntryValues;
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
    private final Banks banks;
    private final EntryValues values;
    private final ValueBatches batches;
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
            Banks banks,
            EntryValues values,
            ValueBatches batches,
            MappingVersions versions,
            SettlementSettings settings,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.book = book;
        this.finished = finished;
        this.report = report;
        this.entries = entries;
        this.banks = banks;
        this.values = values;
        this.batches = batches;
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
    private List<Clearing> looked(Mappings mappings) throws TargetUnavailable, InterruptedException {
        Map<List<String>, Clearing> looked = new LinkedHashMap<>();
        for (int look = 0; look < LOOKS; look++) {
            if (look > 0) {
                Thread.sleep(settings.lookAgain().toMillis());
            }
            for (Clearing bank : book.all(mappings)) {
                looked.merge(
                        List.of(
                                bank.company(),
                                bank.bank(),
                                bank.open().currency().getCurrencyCode()),
                        bank,
                        (before, now) -> before.isProvenInBoth() ? before : now);
            }
            if (looked.values().stream().allMatch(Clearing::isProvenInBoth)) {
                break;
            }
        }
        return List.copyOf(looked.values());
    }

    /** What Sage holds it all with: receipts and refunds that are open, and what was posted for batches with what they settle. */
    private void readInBase(Mappings mappings) throws TargetUnavailable {
        for (ClearingEntries.Bank bank : entries.banks()) {
            boolean isForeign = banks.bank(bank.company(), bank.code())
                    .filter(known -> !known.isBase())
                    .isPresent();
            if (isForeign) {
                values.readOpen(bank.company(), bank.code());
            }
        }
        batches.value(mappings);
    }

    private void prove(Mappings mappings) throws TargetUnavailable, InterruptedException {
        long done = finished.putAside();
        readInBase(mappings);
        List<Clearing> looked = looked(mappings);
        looked.forEach(report::told);
        report.only(looked);
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        LocalDate since = today.minus(settings.paidWithin());
        report.late(looked, entries.sums(LocalDate.EPOCH, since), since);
        long proven = looked.stream().filter(Clearing::isProvenInBoth).count();
        counts.add(
                context.getExecutionId(),
                Map.of(
                        "batches finished", done,
                        "clearing banks proven", proven,
                        "clearing banks that differ", looked.size() - proven));
    }
}
