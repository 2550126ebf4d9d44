package centrasage.console.audit;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.words.Jobs;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import centrasage.sync.record.AuditSealer;
import centrasage.sync.record.AuditSealer.Head;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the audit trail is whole: its seal, when it was last verified, and verifying it now. */
@Named
@RequestScoped
public class SealPage {
    private static final String JOB = "audit-check";

    private Runner runner;
    private Visitor visitor;
    private Head head;
    private @Nullable Run last;
    private String done;

    @SuppressWarnings("NullAway.Init")
    SealPage() {}

    @Inject
    SealPage(AuditSealer sealer, RunLog log, Runner runner, Visitor visitor) {
        this.runner = runner;
        this.visitor = visitor;
        head = sealer.head();
        last = log.of(JOB, 1).stream().findFirst().orElse(null);
        done = Asked.now().text("done").orElse("");
    }

    public Head head() {
        return head;
    }

    /** The last verification; null where there was none yet. */
    public @Nullable Run last() {
        return last;
    }

    public boolean whole() {
        return last != null && last.status().equals("COMPLETED");
    }

    /** What the last verification found; empty where it found nothing wrong, or runs. */
    public String fault() {
        return last != null && last.status().equals("FAILED") ? Jobs.why(last.exitStatus()) : "";
    }

    /** Rows whose seal was held against them. */
    public long verified() {
        return last == null ? 0 : last.counts().getOrDefault("sealed rows", 0L);
    }

    public void verify() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayAct()) {
            Address next = Address.of("audit.xhtml").with("done", started());
            external.redirect(external.getRequestContextPath() + "/" + next);
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "a viewer may only look");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private String started() {
        try {
            runner.start(JOB, Map.of(), visitor.name());
            return "verifying";
        } catch (JobRefused e) {
            return "running";
        }
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return switch (done) {
            case "verifying" ->
                "The whole trail is being verified now. Look again in a moment: this page shows what was found.";
            case "running" -> "Nothing was started: it is being verified already.";
            default -> "";
        };
    }
}
