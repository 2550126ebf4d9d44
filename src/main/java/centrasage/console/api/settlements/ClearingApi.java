package centrasage.console.api.settlements;

import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.settlements.proof.ClearingBook;
import centrasage.sync.ledger.ClearingEntries;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The clearing banks, each held against what is open in it; writes nothing, tells nobody. */
@Path("clearing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
@ApplicationScoped
public class ClearingApi {
    private ClearingBook book;
    private MappingVersions versions;
    private ClearingEntries entries;

    @SuppressWarnings("NullAway.Init")
    ClearingApi() {}

    @Inject
    ClearingApi(ClearingBook book, MappingVersions versions, ClearingEntries entries) {
        this.book = book;
        this.versions = versions;
        this.entries = entries;
    }

    @GET
    @Operation(
            operationId = "clearing",
            summary = "Each clearing bank: its balance in Sage 200, what is open in it, and the difference",
            description = "The balance is read from Sage 200's cash book now. A difference of 0.00 is proven")
    @APIResponse(responseCode = "200", description = "All clearing banks")
    @APIResponse(responseCode = "503", description = "Sage 200 cannot be asked now, or the mappings cannot be used")
    public Items<ClearingJson> all() {
        try {
            return Items.all(book.all(versions.current().mappings()).stream()
                    .map(ClearingJson::of)
                    .toList());
        } catch (TargetUnavailable e) {
            throw unavailable("Sage 200 cannot be asked for its balances: " + e.getMessage(), "Try again later");
        } catch (MappingFaults e) {
            throw unavailable("The mappings cannot be used: " + e.getMessage(), "Mend them, then try again");
        }
    }

    @GET
    @Path("entries")
    @Operation(
            operationId = "clearingEntries",
            summary = "Receipts and refunds that no payout has settled, of one order or of one clearing bank",
            description = "With order all of an order; else with company and bank, page by page")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Items<ClearingEntryJson> entries(
            @QueryParam("order") @Nullable String order,
            @QueryParam("company") @Nullable String company,
            @QueryParam("bank") @Nullable String bank,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        String number = Given.text(order);
        if (number != null) {
            return Items.all(
                    entries.openOf(number).stream().map(ClearingEntryJson::of).toList());
        }
        String where = Given.text(company);
        String code = Given.text(bank);
        if (where == null || code == null) {
            throw new Refusal(Problem.missing(
                    where == null ? "company" : "bank",
                    "Give an order, or a company and a bank, such as 33 and ADYGBP"));
        }
        List<ClearingEntryJson> found = entries.open(where, code, Given.after(after), most + 1).stream()
                .map(ClearingEntryJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "after", last.id()));
    }

    private static Refusal unavailable(String what, String remedy) {
        return new Refusal(Problem.of(Response.Status.SERVICE_UNAVAILABLE, what, remedy));
    }
}
