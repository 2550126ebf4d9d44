package centrasage.console.api;

import centrasage.console.api.json.StatusJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How everything stands, in one answer. */
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
@ApplicationScoped
public class StatusApi {
    private About about;
    private Standing standing;
    private JobList jobs;

    @SuppressWarnings("NullAway.Init")
    StatusApi() {}

    @Inject
    StatusApi(About about, Standing standing, JobList jobs) {
        this.about = about;
        this.standing = standing;
        this.jobs = jobs;
    }

    @GET
    @Operation(
            operationId = "status",
            summary = "How everything stands: postings, exceptions, lanes, jobs, the outage if any, the audit head")
    public StatusJson status() {
        List<StatusJson.Count> postings = standing.postings();
        return new StatusJson(
                about.application(),
                standing.now(),
                postings,
                Standing.inDoubt(postings),
                standing.exceptions(),
                standing.lanes(),
                standing.outage(),
                jobs.all(),
                standing.audit());
    }
}
