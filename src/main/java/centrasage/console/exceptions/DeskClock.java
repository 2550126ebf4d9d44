package centrasage.console.exceptions;

import centrasage.console.words.JobOf;
import centrasage.desk.Deeds;
import centrasage.desk.Desk;
import centrasage.desk.Upkeep;
import centrasage.desk.bulk.BulkSteps;
import centrasage.desk.bulk.BulkWork;
import centrasage.flow.Chore;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What goes on at the desk while nobody looks: deeds about many, what comes back on its day, and the jobs that plan what is asked for. */
@ApplicationScoped
public class DeskClock implements Chore {
    /** What was prepared and not begun by then is not what anybody sees any more. */
    private static final Duration PREPARED = Duration.ofDays(1);
    /** A bound on one look: the next one goes on. */
    private static final int PAGES_MAX = 400;

    private BulkWork bulk;
    private BulkSteps steps;
    private Upkeep upkeep;
    private Deeds deeds;
    private Runner runner;
    private Duration ended = Duration.ZERO;
    private boolean completed;

    @SuppressWarnings("NullAway.Init")
    DeskClock() {}

    @Inject
    DeskClock(
            BulkWork bulk,
            BulkSteps steps,
            Upkeep upkeep,
            Deeds deeds,
            Runner runner,
            Clock clock,
            @ConfigProperty(name = "retention.runs") String keep) {
        this.bulk = bulk;
        this.steps = steps;
        this.upkeep = upkeep;
        this.deeds = deeds;
        this.runner = runner;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.ended = Duration.ofDays(ChronoUnit.DAYS.between(today.minus(Period.parse(keep)), today));
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void perform(BooleanSupplier stopped) {
        if (!completed) {
            completed = !upkeep.complete();
        }
        upkeep.ignoredUntilNow().forEach(deeds::comeBack);
        steps.forget(PREPARED, ended);
        Set<String> toPlan = new TreeSet<>();
        for (int page = 0; page < PAGES_MAX && bulk.isRunning() && !stopped.getAsBoolean(); page++) {
            toPlan.addAll(bulk.look(stopped));
        }
        toPlan.forEach(this::plan);
    }

    /** Where it runs already, its next run plans what this one no longer sees. */
    private void plan(String source) {
        try {
            runner.start(JobOf.source(source), Map.of(), Desk.ITSELF);
        } catch (JobRefused e) {
            return;
        }
    }
}
