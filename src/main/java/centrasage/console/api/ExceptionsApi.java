package centrasage.console.api;

import centrasage.console.api.json.ExceptionJson;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Given;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a person must see or do: the most severe first, then the oldest. */
@Path("exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exceptions")
@ApplicationScoped
public class ExceptionsApi {
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    ExceptionsApi() {}

    @Inject
    ExceptionsApi(Desk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "exceptions", summary = "Exceptions, the most severe first, then the oldest")
    public Items<ExceptionJson> list(
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("state") @Nullable String state,
            @QueryParam("q")
                    @Parameter(
                            description =
                                    "A Centra order number, whole, for all that belongs to it; or the number of a shipment, payment or return")
                    @Nullable
                    String q,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        int first = (int) Given.number("offset", offset, 0, Integer.MAX_VALUE - most);
        Desk.Filter filter = new Desk.Filter(
                Given.oneOf(BusinessException.State.class, "state", state),
                Given.oneOf(Severity.class, "severity", severity),
                Given.oneOf(Owner.class, "owner", owner),
                Given.text(q));
        List<ExceptionJson> found = desk.list(filter, first, most + 1).stream()
                .map(ExceptionJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "offset", first + most));
    }
}
