package centrasage.console.api.worklists;

import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.reconcile.worklist.Worklist;
import centrasage.reconcile.worklist.Worklists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people in Sage 200 still have to invoice or post; read there at this moment. Writes nothing, tells nobody. */
@Path("worklists/{list}")
@Tag(name = "Worklists")
@ApplicationScoped
public class WorklistsApi {
    private Worklists worklists;

    @SuppressWarnings("NullAway.Init")
    WorklistsApi() {}

    @Inject
    WorklistsApi(Worklists worklists) {
        this.worklists = worklists;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "worklist",
            summary = "One worklist, the oldest first",
            description =
                    "despatched-not-invoiced: orders of which goods have left and are not invoiced, worth the share of the order's"
                            + " total that the despatched goods and their charges have. pending-not-posted: invoices that are printed and not"
                            + " in the sales ledger, worth their total. returned-not-credited: orders with sales returns that are not"
                            + " credited, or with another amount, worth the difference")
    @APIResponse(responseCode = "200", description = "A page of the list")
    @APIResponse(responseCode = "404", description = "There is no such list")
    @APIResponse(
            responseCode = "503",
            description = "A company of Sage 200's cannot be read, so that the list would be incomplete")
    public Items<WorkItemJson> list(
            @PathParam("list") String list,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        int first = (int) Given.number("offset", offset, 0, Integer.MAX_VALUE - most);
        List<WorkItemJson> page =
                read(list).stream().skip(first).limit(most + 1L).toList();
        return Items.page(page, most, last -> Given.page(uri, "offset", first + most));
    }

    @GET
    @Path("csv")
    @Produces(Csv.LAST)
    @Operation(operationId = "worklistCsv", summary = "The whole of one worklist as CSV, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "All of it, in UTF-8",
            content = @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@PathParam("list") String list) {
        Csv table = WorkItemJson.csv();
        read(list).forEach(item -> item.into(table));
        return table.file(list + ".csv");
    }

    private List<WorkItemJson> read(String name) {
        Worklist list = named(name);
        Worklists.Listed listed = worklists.list(list);
        if (!listed.silent().isEmpty()) {
            throw new Refusal(Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "The list would be incomplete: "
                            + listed.silent().entrySet().stream()
                                    .map(each -> "company " + each.getKey() + ": " + each.getValue())
                                    .collect(Collectors.joining("; ")),
                    "Ask again once Sage 200 answers"));
        }
        return listed.items().stream()
                .map(item -> WorkItemJson.of(list, item, worklists.age(item)))
                .toList();
    }

    private static Worklist named(String name) {
        return Arrays.stream(Worklist.values())
                .filter(list -> list.path().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "There is no worklist " + name,
                        "The worklists are "
                                + Arrays.stream(Worklist.values())
                                        .map(Worklist::path)
                                        .collect(Collectors.joining(", "))));
    }
}
