package centrasage.console.api;

import centrasage.console.api.json.Items;
import centrasage.console.api.json.OpenItemJson;
import centrasage.console.api.problem.Given;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is open on the customer accounts of the shops. */
@Path("open-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@ApplicationScoped
public class OpenItemsApi {
    private OpenItems items;

    @SuppressWarnings("NullAway.Init")
    OpenItemsApi() {}

    @Inject
    OpenItemsApi(OpenItems items) {
        this.items = items;
    }

    @GET
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
}
