package centrasage.payments.residue;

import centrasage.mapping.InForce;
import centrasage.mapping.version.PinnedMappings;
import centrasage.payments.PaymentSettings;
import centrasage.payments.ResidueRules;
import centrasage.payments.intake.CollectPayments;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The step {@code plan-residues}: pennies that have stayed open for long enough are cleared, where the site wants that. */
@Named
@Dependent
public class PlanResidues extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(PlanResidues.class.getName());
    private static final int AT_ONCE = 100;

    private final OpenItems items;
    private final ClearResidue clear;
    private final PinnedMappings pinned;
    private final PaymentSettings settings;
    private final Clock clock;
    private final RunCounts counts;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    PlanResidues(
            OpenItems items,
            ClearResidue clear,
            PinnedMappings pinned,
            PaymentSettings settings,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.items = items;
        this.clear = clear;
        this.pinned = pinned;
        this.settings = settings;
        this.clock = clock;
        this.counts = counts;
        this.context = context;
    }

    /** @throws Exception when the mappings cannot be read: what is open stays open until the next run */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, () -> {
            Optional<ResidueRules> rules = settings.residue();
            if (rules.isPresent()) {
                LocalDate today =
                        clock.instant().atZone(settings.rules().zone()).toLocalDate();
                plan(
                        rules.get(),
                        today,
                        pinned.of(context, CollectPayments.KIND).mappings().on(today));
            }
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    private void plan(ResidueRules rules, LocalDate today, InForce mappings) {
        LocalDate last = today.minus(rules.after());
        List<String> orders = items.residues(rules.most(), last, "", AT_ONCE);
        while (!orders.isEmpty() && !stopped) {
            long planned = orders.stream()
                    .filter(order -> plan(order, rules, today, mappings))
                    .count();
            counts.add(context.getExecutionId(), Map.of("residues planned", planned));
            orders = items.residues(rules.most(), last, orders.get(orders.size() - 1), AT_ONCE);
        }
    }

    /** A fault of ours with one order must not keep the others open. */
    private boolean plan(String order, ResidueRules rules, LocalDate today, InForce mappings) {
        try {
            return clear.plan(order, rules, today, mappings);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "what is left open of " + order + " could not be cleared");
            return false;
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
