package centrasage.jobs.run;

import centrasage.flow.event.SystemFinding;
import centrasage.jobs.repository.BatchTables;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Restarts what died under its process, or was cut short with it: once, with its own parameters, and not for ever.
 *
 * <p>Whether it may is decided where every start is decided, by the job's lease ({@link Runner}). So neither the timetable
 * nor a person can start the same job in the same moment; whoever comes second finds it running.
 */
@ApplicationScoped
public class Restarts {
    private static final Logger LOG = Logger.getLogger(Restarts.class.getName());
    static final String ACTOR = "recovery";
    /** A run that kills its process would otherwise kill it for ever. */
    static final int DEATHS_MOST = 3;

    static final Duration DEATHS_WITHIN = Duration.ofHours(1);

    private Fates fates;
    private RunLog log;
    private BatchTables tables;
    private Runner runner;
    private Audit audit;
    private Alarms alarms;

    @SuppressWarnings("NullAway.Init")
    Restarts() {}

    @Inject
    public Restarts(Fates fates, RunLog log, BatchTables tables, Runner runner, Audit audit, Alarms alarms) {
        this.fates = fates;
        this.log = log;
        this.tables = tables;
        this.runner = runner;
        this.audit = audit;
        this.alarms = alarms;
    }

    /** Called by the holder of the lease of recovery alone. */
    public void restartDue() {
        fates.due().forEach(this::decide);
    }

    private void decide(JobRunRow run) {
        Fate fate = fates.of(run.executionId()).orElse(Fate.DIED);
        Optional<Long> instead = log.sameAfter(run);
        if (tables.isUnfinished(run.executionId())) {
            return; // it was asked to end, and has not yet
        }
        if (!tables.isLatest(run.executionId())) {
            fates.decide(run.executionId(), restarted(fate)); // whoever restarted it did not live to note it
        } else if (instead.isPresent()) {
            fates.decide(run.executionId(), Fate.LEFT);
            note(Level.INFO, run, "JOB_NOT_RESTARTED", "does not go on: run " + instead.get() + " does its work");
        } else if (fate == Fate.DIED && fates.diesAgainAndAgain(run.job(), DEATHS_MOST, DEATHS_WITHIN)) {
            giveUp(run, "its process died " + DEATHS_MOST + " times in a row within an hour");
        } else {
            restart(run, fate);
        }
    }

    private static Fate restarted(Fate fate) {
        return fate == Fate.DIED ? Fate.RESTARTED : Fate.RESUMED;
    }

    private void restart(JobRunRow run, Fate fate) {
        try {
            long next = runner.restart(run.executionId(), ACTOR);
            fates.decide(run.executionId(), restarted(fate));
            note(Level.WARNING, run, "JOB_RESTARTED", "goes on as run " + next);
        } catch (JobRefused e) {
            if (!e.isForNow()) {
                giveUp(run, String.valueOf(e.getMessage()));
            } // else the job runs with other parameters, and this run is looked at again when it has ended
        }
    }

    private void giveUp(JobRunRow run, String why) {
        fates.decide(run.executionId(), Fate.LEFT);
        note(Level.SEVERE, run, "JOB_NOT_RESTARTED", "is not restarted: " + why);
        alarms.raise(
                SystemFinding.Kind.RUN_GIVEN_UP,
                Runner.leaseName(run.job()),
                "Run " + run.executionId() + " of " + run.job() + " is not restarted by itself: " + why,
                "Look for the cause in the log: memory and disk space first. The timetable starts the job anyway when it is"
                        + " due; press Restart, or start it with the same parameters, if it should go on sooner");
    }

    private void note(Level level, JobRunRow run, String action, String words) {
        audit.write(ACTOR, action, Runner.leaseName(run.job()), "run " + run.executionId() + " " + words);
        LOG.log(level, () -> "Run " + run.executionId() + " of " + run.job() + " " + words);
    }
}
