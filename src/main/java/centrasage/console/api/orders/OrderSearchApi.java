package centrasage.console.api.orders;

import centrasage.console.api.problem.Body;
import centrasage.console.search.OrderSearch;
import centrasage.console.search.Typed;
import centrasage.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The search box for programs. What is looked for is sent, and never part of an address, where servers on the way would keep it. */
@Path("orders/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@ApplicationScoped
public class OrderSearchApi {
    private static final int LENGTH_MAX = 200;

    private OrderSearch search;

    @SuppressWarnings("NullAway.Init")
    OrderSearchApi() {}

    @Inject
    OrderSearchApi(OrderSearch search) {
        this.search = search;
    }

    @POST
    @RolesAllowed({Roles.VIEWER, Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "searchOrders",
            summary = "The first orders that carry what is looked for",
            description =
                    "By Centra's or Sage 200's number, a payment provider's reference, or the customer's e-mail, postcode or"
                            + " name; what it is is recognised, or named before it, as in postcode: 10234. Customers are looked"
                            + " for by cx and administrator only, which leaves a row in the audit trail without the words."
                            + " The body is {\"text\": \"...\"}")
    @APIResponseSchema(value = FoundJson.class, responseCode = "200", responseDescription = "What was found, and where")
    public FoundJson search(InputStream body, @Context SecurityContext caller) {
        Typed typed = Typed.of(Body.of(body).text("text", LENGTH_MAX));
        boolean maySeeCustomers = caller.isUserInRole(Roles.CX) || caller.isUserInRole(Roles.ADMINISTRATOR);
        String name = caller.getUserPrincipal().getName();
        return FoundJson.of(search.find(typed, null, 1, new OrderSearch.Seeker(name, maySeeCustomers)));
    }
}
