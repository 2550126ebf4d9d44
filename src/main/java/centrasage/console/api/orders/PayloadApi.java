package centrasage.console.api.orders;

import centrasage.console.api.problem.Refusal;
import centrasage.console.payload.Payload;
import centrasage.console.payload.Payloads;
import centrasage.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What came from Centra and what is sent, in whole. */
@Path("orders/{centraNumber}/payloads/{payload}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@ApplicationScoped
public class PayloadApi {
    private Payloads payloads;

    @SuppressWarnings("NullAway.Init")
    PayloadApi() {}

    @Inject
    PayloadApi(Payloads payloads) {
        this.payloads = payloads;
    }

    @GET
    @Operation(
            operationId = "orderPayload",
            summary = "What came or is sent with one step of an order's life",
            description =
                    "received-2 is its second version as Centra sent it, sent-77 what is sent for posting 77. What names a person is"
                            + " hidden from all but cx and administrator, whose look leaves a row in the audit trail; secrets are"
                            + " hidden from everybody")
    @APIResponse(responseCode = "200", description = "The JSON of it")
    @APIResponse(responseCode = "404", description = "There is no such thing, or it is gone with its personal data")
    public String payload(
            @PathParam("centraNumber") String number,
            @PathParam("payload") String asked,
            @Context SecurityContext caller) {
        boolean maySeeCustomers = caller.isUserInRole(Roles.CX) || caller.isUserInRole(Roles.ADMINISTRATOR);
        String name = caller.getUserPrincipal().getName();
        return payloads.of(number, asked, new Payloads.Reader(name, maySeeCustomers))
                .map(Payload::text)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.notFound(
                        "There is no " + asked + " of order " + number + ", or it is gone",
                        "Ask for received-1, or for sent- and the id of one of its postings"));
    }
}
