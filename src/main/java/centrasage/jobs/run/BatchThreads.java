package centrasage.jobs.run;

import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The threads of the batch runtime and of the timetable, where each tick has its own: a slow one must not keep a heartbeat
 * waiting. A partitioned step holds one thread while its lanes work, so the
 * limit is the number of jobs times one and the greatest {@code posting.lanes}.
 */
@ManagedExecutorDefinition(name = "java:global/concurrent/batch", maxAsync = 100)
@ManagedScheduledExecutorDefinition(name = "java:global/concurrent/timetable", maxAsync = 16)
@ApplicationScoped
class BatchThreads {}
