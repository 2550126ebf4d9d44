package centrasage.console.api;

import centrasage.console.api.json.RunJson;
import centrasage.console.api.problem.Given;
import centrasage.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One run of a job: what it did, stopping it, and starting it again where it ended. */
@Path("runs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@ApplicationScoped
public class RunsApi {
    private Deeds deeds;

    @SuppressWarnings("NullAway.Init")
    RunsApi() {}

    @Inject
    RunsApi(Deeds deeds) {
        this.deeds = deeds;
    }

    @GET
    @Operation(operationId = "run", summary = "One run of a job")
    public RunJson run(@PathParam("id") String id) {
        return deeds.run(Given.id(id));
    }

    @POST
    @Path("restart")
    @RolesAllowed({Roles.OPERATIONS, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "restartRun",
            summary = "Restarts a failed or stopped run with its own parameters; the answer is the new run")
    @APIResponse(
            responseCode = "202",
            description = "Started; Location says where the new run is",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunJson.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It neither failed nor was stopped, was restarted already or abandoned, or the job runs already")
    public Response restart(@PathParam("id") String id, @Context SecurityContext caller, @Context UriInfo uri) {
        return accepted(deeds.restart(Given.id(id), caller.getUserPrincipal().getName()), uri);
    }

    @POST
    @Path("stop")
    @RolesAllowed({Roles.OPERATIONS, Roles.ADMINISTRATOR})
    @Operation(operationId = "stopRun", summary = "Asks a run to end between two documents, on whichever node it runs")
    @APIResponse(
            responseCode = "202",
            description = "Asked; its node hears of it within seconds, and the run ends soon",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunJson.class)))
    @APIResponse(responseCode = "409", description = "It does not run")
    public Response stop(@PathParam("id") String id, @Context SecurityContext caller, @Context UriInfo uri) {
        return accepted(deeds.stop(Given.id(id), caller.getUserPrincipal().getName()), uri);
    }

    @POST
    @Path("abandon")
    @RolesAllowed({Roles.OPERATIONS, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "abandonRun",
            summary = "Gives a failed or stopped run up: nobody restarts it any more, and neither does the application",
            description = "Its orders are not given up: the next run takes them from where they stand")
    @APIResponse(
            responseCode = "200",
            description = "Abandoned",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "It neither failed nor was stopped, was restarted already, or the job runs at the moment")
    public Response abandon(@PathParam("id") String id, @Context SecurityContext caller) {
        return Response.ok(deeds.abandon(Given.id(id), caller.getUserPrincipal().getName()))
                .build();
    }

    /** 202 with the address of the run. */
    static Response accepted(RunJson run, UriInfo uri) {
        return Response.accepted(run)
                .location(uri.getBaseUriBuilder().path(RunsApi.class).build(run.id()))
                .build();
    }
}
