package centrasage.jobs.lanes;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/**
 * One partition for each lane that this node may hold: by the others the timers of the other nodes post. Always a fresh plan, because
 * jbatch cannot restart an old one.
 */
@Named
@Dependent
public class LaneMapper implements PartitionMapper {
    private final Lanes lanes;
    private final JobContext context;

    @Inject
    LaneMapper(Lanes lanes, JobContext context) {
        this.lanes = lanes;
        this.context = context;
    }

    @Override
    public PartitionPlan mapPartitions() {
        int count = lanes.share();
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(count);
        plan.setThreads(count);
        plan.setPartitionsOverride(true);
        plan.setPartitionProperties(properties(count));
        return plan;
    }

    private Properties[] properties(int count) {
        Properties[] properties = new Properties[count];
        for (int lane = 0; lane < properties.length; lane++) {
            properties[lane] = new Properties();
            properties[lane].setProperty("execution", Long.toString(context.getExecutionId()));
        }
        return properties;
    }
}
