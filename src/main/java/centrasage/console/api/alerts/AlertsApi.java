package centrasage.console.api.alerts;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.desk.alert.Alerts;
import centrasage.desk.outside.OutsideBeat;
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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is told of what, whether it arrives, and a message to try it. */
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@ApplicationScoped
public class AlertsApi {
    private Alerts alerts;
    private OutsideBeat beat;

    @SuppressWarnings("NullAway.Init")
    AlertsApi() {}

    @Inject
    AlertsApi(Alerts alerts, OutsideBeat beat) {
        this.alerts = alerts;
        this.beat = beat;
    }

    @GET
    @Operation(operationId = "alerts", summary = "The rules of alerts, and how each channel fares")
    public AlertsJson all() {
        return new AlertsJson(
                alerts.rules().stream().map(AlertsJson.RuleJson::of).toList(),
                alerts.channels().stream().map(AlertsJson.ChannelJson::of).toList(),
                AlertsJson.HeartbeatJson.of(beat));
    }

    @POST
    @Path("{rule}/test")
    @RolesAllowed({Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "testAlert",
            summary = "Sends a test message to everybody whom a rule names",
            description = "Whether it went out is told by GET /api/alerts within seconds")
    @APIResponse(responseCode = "202", description = "Written, and sent within seconds")
    @APIResponse(responseCode = "404", description = "There is no such rule")
    public Response test(@PathParam("rule") String rule, @Context SecurityContext caller) {
        int messages = alerts.test(rule, caller.getUserPrincipal().getName())
                .orElseThrow(() -> new Refusal(Problem.of(
                        Status.NOT_FOUND,
                        "There is no alert rule " + rule,
                        "See GET /api/alerts; rules are named in alerts.rules")));
        return Response.accepted(new TestedJson(messages)).build();
    }
}
