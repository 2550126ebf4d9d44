package centrasage.console.api.worklists;

import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.Items;
import centrasage.console.api.json.OpenItemJson;
import centrasage.console.api.problem.Given;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is open on the customer accounts of the shops. */
@Path("open-items")
@Tag(name = "Ledger")
@ApplicationScoped
public class OpenItemsApi {
    private static final int PAGE = 500;

    private OpenItems items;

    @SuppressWarnings("NullAway.Init")
    OpenItemsApi() {}

    @Inject
    OpenItemsApi(OpenItems items) {
        this.items = items;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openItems",
            summary = "What we say is open on the customer accounts in Sage 200, entry by entry",
            description =
                    "Receipts, refunds, invoices and credit notes of Centra orders that are not wholly allocated, in the order in which"
                            + " they came to be known. Sage's own outstanding value of each transaction is to be the same")
    public Items<OpenItemJson> list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        List<OpenItem> found = items.open(Given.after(after), most + 1);
        Items<OpenItem> page = Items.page(found, most, last -> Given.page(uri, "after", last.id()));
        return new Items<>(page.items().stream().map(OpenItemJson::of).toList(), page.next());
    }

    @GET
    @Path("csv")
    @Produces(Csv.LAST)
    @Operation(
            operationId = "openItemsCsv",
            summary =
                    "All of it as CSV: what is in the customer's favour is below zero, so that the sum of open is what is owed")
    @APIResponse(
            responseCode = "200",
            description = "All of it, in UTF-8",
            content = @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response csv() {
        Csv table = new Csv("company", "order", "kind", "urn", "date", "currency", "value", "open", "rate");
        List<OpenItem> page = items.open(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(item -> row(item, table));
            page = items.open(page.get(page.size() - 1).id(), PAGE);
        }
        return table.file("open-items.csv");
    }

    private static void row(OpenItem item, Csv table) {
        OpenItemJson shown = OpenItemJson.of(item);
        String sign = EntryKind.valueOf(item.kind()).isDebit() ? "" : "-";
        table.row(
                shown.company(),
                shown.order(),
                shown.kind(),
                shown.urn(),
                shown.date().toString(),
                shown.value().currency(),
                sign + shown.value().amount(),
                sign + shown.open().amount(),
                Objects.requireNonNullElse(shown.rate(), ""));
    }
}
