package centrasage.console.api;

import centrasage.console.api.json.OrderJson;
import centrasage.console.api.json.PreviewJson;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.orders.plan.OrderPreview;
import centrasage.security.Right;
import centrasage.security.Roles;
import centrasage.sync.record.Audit;
import centrasage.sync.store.Erasure;
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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The life of a Centra order, and the erasure of the person who placed it. */
@Path("orders/{centraNumber}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@ApplicationScoped
public class OrdersApi {
    private OrderLife life;
    private Erasure erasure;
    private OrderPreview preview;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    OrdersApi() {}

    @Inject
    OrdersApi(OrderLife life, Erasure erasure, OrderPreview preview, Audit audit) {
        this.life = life;
        this.erasure = erasure;
        this.preview = preview;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "order",
            summary = "The whole life of an order",
            description = "The payloads, which hold personal data, are shown to cx and administrator only")
    @APIResponseSchema(value = OrderJson.class, responseCode = "200", responseDescription = "Its life")
    @APIResponse(responseCode = "404", description = "No such order was ever received")
    public OrderJson order(@PathParam("centraNumber") String number, @Context SecurityContext caller) {
        OrderJson order = known(number, maySeePersonalData(caller));
        looked(number, caller);
        return order;
    }

    static boolean maySeePersonalData(SecurityContext caller) {
        return Right.SEE_CUSTOMERS.roles().stream().anyMatch(caller::isUserInRole);
    }

    private void looked(String number, SecurityContext caller) {
        if (maySeePersonalData(caller)) {
            audit.look(caller.getUserPrincipal().getName(), OrderName.of(number));
        }
    }

    @GET
    @Path("preview")
    @Operation(
            operationId = "previewOrder",
            summary = "What would become of the order if it were planned now",
            description =
                    "Its latest version, planned with the mappings in force and Sage 200 as it is: the exact document"
                            + " that would be posted, or all the reasons why not. Nothing is written, here or in Sage 200,"
                            + " whatever became of the order before: state says what did, and wouldBeSent whether a new plan"
                            + " would be sent at all. The body that would be sent, and texts, hold personal"
                            + " data and are shown to cx and administrator only")
    @APIResponseSchema(value = PreviewJson.class, responseCode = "200", responseDescription = "What it would become")
    @APIResponse(responseCode = "404", description = "No such order was ever received")
    @APIResponse(responseCode = "503", description = "Sage 200 or the mappings cannot be read now")
    public PreviewJson preview(@PathParam("centraNumber") String number, @Context SecurityContext caller) {
        try {
            PreviewJson shown = preview.of(number)
                    .map(found -> PreviewJson.of(number, found, maySeePersonalData(caller)))
                    .orElseThrow(() -> unknown(number));
            looked(number, caller);
            return shown;
        } catch (TargetUnavailable | MappingFaults e) {
            throw new Refusal(Problem.of(
                    Status.SERVICE_UNAVAILABLE,
                    "Order " + number + " cannot be planned now: " + e.getMessage(),
                    "Ask again once this is mended"));
        }
    }

    @POST
    @Path("erase")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "eraseOrder",
            summary = "Erases the personal data of an order for ever, from every version and every command",
            description =
                    "Destroys the key under which it is encrypted. Amounts, numbers and links stay. What was still to be"
                            + " posted is held, with an exception for a person; what is in doubt is still looked for in"
                            + " Sage 200 by its key. A backup of the database from before still holds the key: after a"
                            + " restore, erase again. What Centra and Sage 200 hold is not touched")
    @APIResponseSchema(value = OrderJson.Erased.class, responseCode = "200", responseDescription = "It is gone")
    @APIResponse(responseCode = "404", description = "No such order was ever received")
    public OrderJson.Erased erase(@PathParam("centraNumber") String number, @Context SecurityContext caller) {
        known(number, false);
        boolean now =
                erasure.erase(OrderName.of(number), caller.getUserPrincipal().getName());
        return new OrderJson.Erased(number, true, now);
    }

    private OrderJson known(String number, boolean withPersonalData) {
        return life.of(number, withPersonalData).orElseThrow(() -> unknown(number));
    }

    private static Refusal unknown(String number) {
        return Refusal.notFound(
                "No order " + number + " was ever received from Centra",
                "Check the number; orders come with the job order-import, from orders.from on");
    }
}
