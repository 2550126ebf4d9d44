package centrasage.payments.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.payments.PaymentSettings;
import centrasage.payments.intake.CollectPayments;
import centrasage.sync.plans.StagedReader;
import centrasage.sync.plans.StoppedByPeriod;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** Reads the payments that wait for their plan. */
@Named
@Dependent
public class StagedPayments extends StagedReader {
    private final PlanBasis basis;
    private final Set<String> money;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final StoppedByPeriod closed;

    @Inject
    StagedPayments(
            Staging staging,
            PlanBasis basis,
            PinnedMappings pinned,
            StoppedByPeriod closed,
            PaymentSettings settings,
            JobContext context) {
        super(staging, CollectPayments.KIND, context);
        this.closed = closed;
        this.basis = basis;
        this.money = settings.rules().money();
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    protected void putBack() throws MappingFaults {
        basis.mappings(
                CollectPayments.KIND,
                pinned.of(context, CollectPayments.KIND).mappings().version());
        basis.parts(CollectPayments.KIND, money);
        closed.planAgain(PlanPayments.MONEY);
    }
}
