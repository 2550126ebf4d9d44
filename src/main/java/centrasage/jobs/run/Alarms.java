package centrasage.jobs.run;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemMended;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells people of what is wrong with a job, or no longer is; it is told whatever becomes of the caller's own work. */
@ApplicationScoped
public class Alarms {
    private Event<SystemFinding> findings;
    private Event<SystemMended> mended;

    @SuppressWarnings("NullAway.Init")
    Alarms() {}

    @Inject
    Alarms(Event<SystemFinding> findings, Event<SystemMended> mended) {
        this.findings = findings;
        this.mended = mended;
    }

    @Atomic(alone = true)
    public void raise(SystemFinding.Kind kind, String subject, String what, String remedy) {
        findings.fire(new SystemFinding(kind, subject, new Reason(kind.name(), Owner.OPERATIONS, what, remedy)));
    }

    @Atomic(alone = true)
    public void jobSucceeded(String job) {
        mended.fire(new SystemMended(SystemFinding.Kind.JOB_FAILED, Runner.leaseName(job)));
        mended.fire(new SystemMended(SystemFinding.Kind.RUN_GIVEN_UP, Runner.leaseName(job)));
    }
}
