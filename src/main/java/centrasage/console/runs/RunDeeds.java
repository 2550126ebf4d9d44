package centrasage.console.runs;

import centrasage.console.frame.Address;
import centrasage.console.frame.Visitor;
import centrasage.flow.ParameterRefused;
import centrasage.jobs.run.Decisions;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.RunChecks;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What people do with jobs and runs. Each deed ends with a fresh page that says what became of it, so that none happens twice by
 * reloading; two clicks do not start two runs, because a job runs at most once at a time. Who did it is in the audit trail.
 */
@Named
@RequestScoped
public class RunDeeds {
    private Runner runner;
    private Decisions decisions;
    private RunChecks checks;
    private Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    RunDeeds() {}

    @Inject
    RunDeeds(Runner runner, Decisions decisions, RunChecks checks, Visitor visitor) {
        this.runner = runner;
        this.decisions = decisions;
        this.checks = checks;
        this.visitor = visitor;
    }

    @FunctionalInterface
    private interface Deed {
        Address done() throws JobRefused;
    }

    /** Starts the job of this name with what the form gives. */
    public void start(String job) throws IOException {
        start(RunWish.now(job));
    }

    /** Starts it as a preview, which writes nothing, or not as one. */
    public void start(String job, boolean preview) throws IOException {
        start(RunWish.now(job).previewing(preview));
    }

    private void start(RunWish wish) throws IOException {
        try {
            checks.mustFit(wish.job(), wish.given());
        } catch (ParameterRefused e) {
            go(told(wish.asking(), Told.PARAMETERS));
            return;
        }
        Address job = Address.of("job.xhtml").with("job", wish.job());
        act(() -> run(runner.start(wish.job(), wish.given(), visitor.name()), Told.STARTED), told(job, Told.BUSY));
    }

    public void restart(long id) throws IOException {
        act(() -> run(runner.restart(id, visitor.name()), Told.RESTARTED), run(id, Told.NOT_NOW));
    }

    public void stop(long id) throws IOException {
        act(() -> run(decisions.stop(id, visitor.name()), Told.STOPPING), run(id, Told.NOT_NOW));
    }

    public void abandon(long id) throws IOException {
        act(() -> run(decisions.abandon(id, visitor.name()), Told.ABANDONED), run(id, Told.NOT_NOW));
    }

    private static Address run(long id, Told told) {
        return told(Address.of("run.xhtml").with("id", id), told);
    }

    private static Address told(Address address, Told told) {
        return address.with("done", told.part());
    }

    private void act(Deed deed, Address refused) throws IOException {
        if (!visitor.mayRunJobs()) {
            external()
                    .responseSendError(
                            HttpServletResponse.SC_FORBIDDEN, "operations and administrators start and stop jobs");
            FacesContext.getCurrentInstance().responseComplete();
            return;
        }
        Address next;
        try {
            next = deed.done();
        } catch (JobRefused e) {
            next = refused;
        }
        go(next);
    }

    private static void go(Address address) throws IOException {
        external().redirect(external().getRequestContextPath() + "/" + address);
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
