package centrasage.console.reconciliation;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.words.Jobs;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comparing a day, or reading the worklists, now instead of tonight: it starts the job that does so. */
@Named
@RequestScoped
public class ReadAgain {
    private static final String COMPARE = "reconcile";
    private static final String LOOK = "worklist-check";

    private Runner runner;
    private List<Run> comparing;
    private List<Run> looking;
    private Visitor visitor;
    private Asked asked;

    @SuppressWarnings("NullAway.Init")
    ReadAgain() {}

    @Inject
    ReadAgain(Runner runner, RunLog log, Visitor visitor) {
        this.runner = runner;
        comparing = log.of(COMPARE, 1);
        looking = log.of(LOOK, 1);
        this.visitor = visitor;
        asked = Asked.now();
    }

    /** Whether the page says what comparing does, before it is done. */
    public boolean asks() {
        return asked.text("ask").filter("compare"::equals).isPresent();
    }

    public void compare(LocalDate day) throws IOException {
        Address page = Address.of("reconciliation.xhtml").with("day", day);
        start(page, COMPARE, Map.of("from", day.toString(), "to", day.toString()));
    }

    public void look(String list) throws IOException {
        start(Address.of("worklist.xhtml").with("list", list), LOOK, Map.of());
    }

    private void start(Address page, String job, Map<String, String> parameters) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayAct()) {
            external.redirect(external.getRequestContextPath() + "/" + page.with("done", started(job, parameters)));
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "a viewer may only look");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private String started(String job, Map<String, String> parameters) {
        try {
            runner.start(job, parameters, visitor.name());
            return "started";
        } catch (JobRefused e) {
            return "running";
        }
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return switch (asked.text("done").orElse("")) {
            case "started" -> "It is being read now. Look again in a moment: this page shows what was found.";
            case "running" -> "Nothing was started: the job runs already. Look again in a moment.";
            default -> "";
        };
    }

    public boolean toldGood() {
        return asked.text("done").filter("started"::equals).isPresent();
    }

    /** The last run that compared days; null where there was none yet. */
    public @Nullable Run comparing() {
        return comparing.isEmpty() ? null : comparing.get(0);
    }

    /** The last run that read the worklists; null where there was none yet. */
    public @Nullable Run looking() {
        return looking.isEmpty() ? null : looking.get(0);
    }

    /** Why a run failed; empty where it did not. */
    public String why(Run run) {
        return run.status().equals("FAILED") ? Jobs.why(run.exitStatus()) : "";
    }
}
