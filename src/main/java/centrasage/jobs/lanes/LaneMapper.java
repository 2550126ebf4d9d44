package centrasage.jobs.lanes;

import centrasage.jobs.nodes.Nodes;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/**
 * One partition for each lane but one for each other node that lives: its timer posts by that one. Always a fresh plan, because
 * jbatch cannot restart an old one.
 */
@Named
@Dependent
public class LaneMapper implements PartitionMapper {
    private final Lanes lanes;
    private final Nodes nodes;
    private final JobContext context;

    @Inject
    LaneMapper(Lanes lanes, Nodes nodes, JobContext context) {
        this.lanes = lanes;
        this.nodes = nodes;
        this.context = context;
    }

    @Override
    public PartitionPlan mapPartitions() {
        int count = Math.max(1, lanes.count() - nodes.others());
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
