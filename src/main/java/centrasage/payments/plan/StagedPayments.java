package centrasage.payments.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.payments.PaymentSettings;
import centrasage.payments.intake.CollectPayments;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import centrasage.sync.staging.Unplanned;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the payments that wait for their plan. */
@Named
@Dependent
public class StagedPayments extends AbstractItemReader {
    private final PlanBasis basis;
    private final Set<String> money;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final Unplanned unplanned;

    @Inject
    StagedPayments(
            Staging staging, PlanBasis basis, PinnedMappings pinned, PaymentSettings settings, JobContext context) {
        this.unplanned = new Unplanned(staging, CollectPayments.KIND);
        this.basis = basis;
        this.money = settings.rules().money();
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws MappingFaults {
        Failing.doing(context, () -> {
            basis.mappings(
                    CollectPayments.KIND,
                    pinned.of(context, CollectPayments.KIND).mappings().version());
            basis.parts(CollectPayments.KIND, money);
        });
    }

    @Override
    public @Nullable Object readItem() {
        return Failing.telling(context, unplanned::next).orElse(null);
    }
}
