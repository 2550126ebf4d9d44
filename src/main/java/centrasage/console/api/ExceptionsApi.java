package centrasage.console.api;

import centrasage.console.api.exceptions.CauseJson;
import centrasage.console.api.exceptions.DeskQuery;
import centrasage.console.api.json.ExceptionJson;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Given;
import centrasage.desk.CauseGroups;
import centrasage.desk.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person must see or do: the most severe first, then the oldest. */
@Path("exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exceptions")
@ApplicationScoped
public class ExceptionsApi {
    private Desk desk;
    private CauseGroups causes;

    @SuppressWarnings("NullAway.Init")
    ExceptionsApi() {}

    @Inject
    ExceptionsApi(Desk desk, CauseGroups causes) {
        this.desk = desk;
        this.causes = causes;
    }

    @GET
    @Operation(
            operationId = "exceptions",
            summary = "Exceptions, the most severe first, then the oldest, unless sort says otherwise",
            description = DeskQuery.WORDS)
    public Items<ExceptionJson> list(
            @BeanParam DeskQuery query,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        int first = (int) Given.number("offset", offset, 0, Integer.MAX_VALUE - most);
        List<ExceptionJson> found = desk.list(query.filter(), query.sort(Desk.Sort.SEVERITY), first, most + 1).stream()
                .map(ExceptionJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "offset", first + most));
    }

    @GET
    @Path("causes")
    @Operation(
            operationId = "exceptionCauses",
            summary =
                    "What is open, or with state=IGNORED ignored, by cause: thousands of one cause are one line; the most money first",
            description = DeskQuery.WORDS)
    @APIResponse(responseCode = "400", description = "What is over is not grouped")
    public Items<CauseJson> causes(
            @BeanParam DeskQuery query,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        int first = (int) Given.number("offset", offset, 0, Integer.MAX_VALUE - most);
        List<CauseJson> found = causes.page(query.ofTheDay(), query.sort(Desk.Sort.MONEY), first, most + 1).stream()
                .map(CauseJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "offset", first + most));
    }
}
