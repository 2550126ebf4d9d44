package centrasage.jobs;

import centrasage.sync.Atomic;
import centrasage.sync.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.logging.Logger;

/**
 * After a crash: what this machine and port held in an earlier life is given back, and the executions that it left running
 * are marked FAILED, so that they can be restarted. Executions of live nodes are never touched.
 */
@ApplicationScoped
public class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());

    private Leases leases;
    private RunLog log;
    private Node node;
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Recovery() {}

    @Inject
    Recovery(Leases leases, RunLog log, Node node, EntityManager entities) {
        this.leases = leases;
        this.log = log;
        this.node = node;
        this.entities = entities;
    }

    /** Called once at the start, before this process holds anything itself. */
    @Atomic
    public void afterCrash() {
        int ended = leases.endOf(node.everyBoot());
        List<Long> dead = log.unfinishedOf(node.everyBoot());
        dead.forEach(this::markFailed);
        if (ended > 0 || !dead.isEmpty()) {
            LOG.warning(() -> "The last run of this node ended without notice: " + ended + " leases were given back, "
                    + "executions " + dead + " are marked FAILED");
        }
    }

    private void markFailed(long executionId) {
        entities.createNativeQuery("UPDATE JB_EXECUTIONINSTANCEDATA SET batchstatus = 'FAILED', exitstatus = 'FAILED',"
                        + " endtime = updatetime WHERE jobexecid = ?1")
                .setParameter(1, executionId)
                .executeUpdate();
        entities.createNativeQuery("UPDATE JB_STEPEXECUTIONINSTANCEDATA SET batchstatus = 'FAILED',"
                        + " exitstatus = 'FAILED' WHERE jobexecid = ?1 AND batchstatus <> 'COMPLETED'")
                .setParameter(1, executionId)
                .executeUpdate();
    }
}
