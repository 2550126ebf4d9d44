package centrasage.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * Says that a job has work before its schedule does. Asked by whoever keeps the time of the jobs, which knows them by name
 * only; a bell that never rings costs nothing but time, because the schedule finds everything as well.
 */
public interface Bell {

    /** The job that has the work. */
    String job();

    /** Who is said to have started the run. */
    String name();

    /** How often to ask; empty: never, because it is switched off. */
    Optional<Duration> interval();

    /**
     * Whether there is work now; may ask another system, and changes nothing there that matters.
     *
     * @throws TargetUnavailable when that system does not say
     */
    boolean rings() throws TargetUnavailable;
}
