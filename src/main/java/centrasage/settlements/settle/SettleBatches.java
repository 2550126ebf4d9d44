package centrasage.settlements.settle;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.base.RatesOfBatch;
import centrasage.settlements.plan.PlanBatch;
import centrasage.settlements.plan.SettlementPlanner;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineTallies;
import centrasage.settlements.store.Meanwhile;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code settle}: each batch that is proven is matched and planned; what was planned and has lines that settle nothing yet, or
 * postings that are held, is looked at again.
 */
@Named
@Dependent
public class SettleBatches extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(SettleBatches.class.getName());
    private static final Set<BatchState> SETTLED = EnumSet.of(BatchState.PROVEN, BatchState.PLANNED);
    private static final int AT_ONCE = 50;

    private final SettlementBatches batches;
    private final CompanyOfBatch companies;
    private final MatchBatch matching;
    private final LineTallies tallies;
    private final OpenBanks banks;
    private final RatesOfBatch rates;
    private final PlanBatch planning;
    private final SettleReport report;
    private final FeeReport fees;
    private final PinnedMappings pinned;
    private final SettlementSettings settings;
    private final Clock clock;
    private final RunCounts counts;
    private final JobContext context;
    private final Set<String> silent = new HashSet<>();
    private @Nullable TargetUnavailable silence;
    private volatile boolean stopped;

    @Inject
    SettleBatches(
            SettlementBatches batches,
            CompanyOfBatch companies,
            MatchBatch matching,
            LineTallies tallies,
            ClearingEntries entries,
            RatesOfBatch rates,
            PlanBatch planning,
            SettleReport report,
            FeeReport fees,
            PinnedMappings pinned,
            SettlementSettings settings,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.batches = batches;
        this.companies = companies;
        this.matching = matching;
        this.tallies = tallies;
        this.banks = new OpenBanks(entries);
        this.rates = rates;
        this.planning = planning;
        this.report = report;
        this.fees = fees;
        this.pinned = pinned;
        this.settings = settings;
        this.clock = clock;
        this.counts = counts;
        this.context = context;
    }

    /** @throws Exception when the mappings cannot be read, or Sage cannot be asked: what is left waits for the next run */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, () -> {
            Mappings mappings = pinned.of(context, SettlementPlanner.DOCUMENT).mappings();
            LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
            List<SettlementBatch> some = batches.in(SETTLED, 0, AT_ONCE);
            while (!some.isEmpty() && !stopped) {
                for (SettlementBatch batch : some) {
                    settle(batch, mappings, today);
                }
                some = batches.in(SETTLED, some.get(some.size() - 1).id(), AT_ONCE);
            }
            countLines();
            if (silence != null) {
                throw silence;
            }
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    /** So that no page counts a million lines. */
    private void countLines() {
        List<Long> some = tallies.uncounted(0);
        while (!some.isEmpty() && !stopped) {
            some.forEach(tallies::count);
            some = tallies.uncounted(some.get(some.size() - 1));
        }
    }

    /** A fault of ours with one batch must not keep all the others waiting: the next run takes it again. */
    private void settle(SettlementBatch batch, Mappings mappings, LocalDate today) {
        if (stopped) {
            return;
        }
        if (batch.state() == BatchState.PLANNED && !report.isUnfinished(batch)) {
            report.unmatched(batch, batch.company());
            return;
        }
        try {
            LocalDate day = batch.day(today);
            InForce inForce = mappings.on(day);
            Optional<String> company = companies.decide(batch, inForce);
            if (company.isPresent()) {
                long matched = matching.match(batch, company.get(), inForce, banks);
                boolean isPlanned = plan(batch, company.get(), day, inForce);
                report.unmatched(batch, company.get());
                fees.compare(batch, company.get(), inForce);
                counts.add(
                        context.getExecutionId(),
                        Map.of(
                                "lines matched",
                                matched,
                                "batches planned",
                                isPlanned && batch.state() == BatchState.PROVEN ? 1L : 0L));
            }
        } catch (Meanwhile e) {
            banks.forget();
            LOG.log(Level.INFO, e, () -> "the batch " + batch.key() + " is left for the next run");
            counts.add(context.getExecutionId(), Map.of("batches left for the next run", 1L));
        } catch (Exception e) { // a commit that fails is a checked exception of the transaction manager's
            banks.forget();
            LOG.log(Level.SEVERE, e, () -> "the batch " + batch.key() + " could not be settled");
            report.failed(batch);
            counts.add(context.getExecutionId(), Map.of("batches failed", 1L));
        }
    }

    /** A company of Sage that cannot be asked keeps those of other companies not waiting: the run fails once they are done. */
    private boolean plan(SettlementBatch batch, String company, LocalDate day, InForce mappings) {
        if (silent.contains(company)) {
            return false;
        }
        try {
            planning.plan(batch, company, day, mappings, rates.stated(batch, company, mappings));
            return true;
        } catch (TargetUnavailable e) {
            silent.add(company);
            silence = e;
            return false;
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
