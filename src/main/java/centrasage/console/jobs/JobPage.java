package centrasage.console.jobs;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.plot.Plot;
import centrasage.console.runs.JobStory;
import centrasage.console.runs.Obstacles;
import centrasage.console.runs.RunWish;
import centrasage.console.runs.Told;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.console.words.Jobs;
import centrasage.flow.ParameterRefused;
import centrasage.jobs.Timetable;
import centrasage.jobs.history.RunSearch;
import centrasage.jobs.history.RunSearch.Filter;
import centrasage.jobs.history.RunSearch.State;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.RunChecks;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One job: its schedule and what was missed, its runs as a table and as plots, and starting it now with a preview first. */
@Named
@RequestScoped
public class JobPage implements Listing<Run> {
    private static final int COMING = 5;

    private Asked asked;
    private String job;
    private boolean known;
    private RunDays days;
    private RunSearch search;
    private RunColumns columns;
    private RunPlots plots;
    private Timetable timetable;
    private MissedTimes missed;
    private Obstacles obstacles;
    private Preview preview;
    private RunChecks checks;
    private Tables tables;
    private @Nullable Table<Run> table;

    @SuppressWarnings("NullAway.Init")
    JobPage() {}

    @Inject
    JobPage(
            Runner runner,
            RunDays days,
            RunSearch search,
            RunColumns columns,
            RunPlots plots,
            Timetable timetable,
            MissedTimes missed,
            Obstacles obstacles,
            Preview preview,
            RunChecks checks,
            Tables tables) {
        this.asked = Asked.now();
        this.job = asked.text("job").orElse("");
        this.known = runner.jobs().contains(job);
        this.days = days;
        this.search = search;
        this.columns = columns;
        this.plots = plots;
        this.timetable = timetable;
        this.missed = missed;
        this.obstacles = obstacles;
        this.preview = preview;
        this.checks = checks;
        this.tables = tables;
    }

    public String job() {
        return job;
    }

    /** Whether there is such a job. */
    public boolean known() {
        return known;
    }

    public String title() {
        return known ? Jobs.title(job) : "Jobs";
    }

    public JobStory story() {
        return JobStory.of(job);
    }

    public String rhythm() {
        return ScheduleWords.words(timetable.schedule(job).orElse(""));
    }

    /** The next times at which it is due; none where its schedule is off. */
    public List<Instant> coming() {
        return timetable.coming(job, COMING);
    }

    public List<String> missed() {
        return missed.of(job);
    }

    /** Its latest run; null before its first. */
    public @Nullable Run last() {
        return search.page(Filter.all(job), 0, 1).stream().findFirst().orElse(null);
    }

    /** Why it cannot be started now; empty where it can. */
    public String obstacle() {
        return obstacles.toStart(job, last());
    }

    /** Whether the address asks what a run would do. */
    public boolean asks() {
        return asked.text("ask").filter("run"::equals).isPresent();
    }

    public RunWish wish() {
        return RunWish.of(job, asked);
    }

    public List<String> preview() {
        return preview.of(job);
    }

    /** What is wrong with what the address gives, with the remedy; empty where it can be used. */
    public String refused() {
        try {
            checks.mustFit(job, wish().given());
            return "";
        } catch (ParameterRefused e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What became of the last deed; null where the address does not say. */
    public @Nullable Told told() {
        return asked.text("done").flatMap(Told::in).orElse(null);
    }

    public Plot lengths() {
        return plots.lengths(search, job);
    }

    public Plot documents() {
        return plots.documents(search, job);
    }

    private @Nullable State state() {
        return asked.one("state", State.class).orElse(null);
    }

    public boolean chosen(State state) {
        return state == state();
    }

    public List<State> states() {
        return RunSearch.states().toList();
    }

    /** This view with this state, or without it where it is chosen. */
    public String toggling(State state) {
        return here().with("state", chosen(state) ? null : state).toString();
    }

    /** A day of the filter as the address gives it, where it is one. */
    public String day(String name) {
        return days.text(asked, name);
    }

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public List<Column<Run>> columns() {
        return columns.all();
    }

    @Override
    public List<Run> rows(int from, int count) {
        return search.page(days.filter(job, state(), asked), from, count);
    }

    @Override
    public Address here() {
        return asked.address("job.xhtml", "job", "state", "from", "to");
    }

    @Override
    public String whenEmpty() {
        return "The runs of this job would be here, the newest first. None matches: take a filter away, or start it.";
    }

    public Table<Run> table() {
        if (table == null) {
            table = tables.of(this);
        }
        return table;
    }
}
