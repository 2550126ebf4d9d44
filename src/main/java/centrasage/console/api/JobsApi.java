package centrasage.console.api;

import centrasage.console.api.json.Items;
import centrasage.console.api.json.JobJson;
import centrasage.console.api.json.RunJson;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The jobs: which there are, what they did, and starting one now. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@ApplicationScoped
public class JobsApi {
    private JobList jobs;
    private Deeds deeds;

    @SuppressWarnings("NullAway.Init")
    JobsApi() {}

    @Inject
    JobsApi(JobList jobs, Deeds deeds) {
        this.jobs = jobs;
        this.deeds = deeds;
    }

    @GET
    @Operation(operationId = "jobs", summary = "The jobs, with their schedule, their last run and their next")
    public Items<JobJson> all() {
        return Items.all(jobs.all());
    }

    @GET
    @Path("{job}/runs")
    @Operation(operationId = "runs", summary = "The runs of a job, newest first")
    public Items<RunJson> runs(
            @PathParam("job") String job,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        return Items.page(
                jobs.runs(job, Given.before(before), most + 1), most, run -> Given.page(uri, "before", run.id()));
    }

    @POST
    @Path("{job}/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATIONS, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "startRun",
            summary = "Starts a job now",
            description =
                    "The body holds the parameters of the run by name; those that the job does not take are refused")
    @APIResponse(
            responseCode = "202",
            description = "Started; Location says where its run is",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunJson.class)))
    @APIResponse(responseCode = "404", description = "There is no such job")
    @APIResponse(responseCode = "409", description = "It runs already")
    public Response start(
            @PathParam("job") String job,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body,
            @Context SecurityContext caller,
            @Context UriInfo uri) {
        Map<String, String> parameters = Body.of(body).parameters(job, jobs.parameters(job));
        RunJson run = deeds.start(job, parameters, caller.getUserPrincipal().getName());
        return RunsApi.accepted(run, uri);
    }
}
