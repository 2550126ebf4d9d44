package centrasage.console.api.settlements;

import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.settlements.proof.WaitingLines;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The lines of payouts that settle nothing known, of all batches of a clearing bank. */
@Path("clearing/lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
@ApplicationScoped
public class WaitingLinesApi {
    private WaitingLines lines;
    private CurrentMappings mappings;

    @SuppressWarnings("NullAway.Init")
    WaitingLinesApi() {}

    @Inject
    WaitingLinesApi(WaitingLines lines, CurrentMappings mappings) {
        this.lines = lines;
        this.mappings = mappings;
    }

    @GET
    @Operation(
            operationId = "clearingLines",
            summary = "Lines of payouts that settle nothing known, of one clearing bank",
            description =
                    "What is open of them comes to the part UNMATCHED_LINES of the bank. Page by page, batch by batch")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "503", description = "The mappings cannot be used")
    public Items<WaitingLineJson> lines(
            @QueryParam("company") @Nullable String company,
            @QueryParam("bank") @Nullable String bank,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        WaitingLines.Asked asked = asked(company, bank, after);
        List<WaitingLineJson> found = lines.after(asked, most + 1, mappings.now()).stream()
                .map(WaitingLineJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "after", last.settlement() + "-" + last.place()));
    }

    /** @param after {@code 12-345}: the line at place 345 of the batch 12 */
    private static WaitingLines.Asked asked(@Nullable String company, @Nullable String bank, @Nullable String after) {
        String where = Given.text(company);
        String code = Given.text(bank);
        if (where == null || code == null) {
            throw new Refusal(Problem.missing(
                    where == null ? "company" : "bank", "Give a company and a bank, such as 33 and ADYGBP"));
        }
        String line = Given.text(after);
        if (line == null) {
            return new WaitingLines.Asked(where, code, 0, 0);
        }
        int dash = line.indexOf('-');
        if (dash < 1) {
            throw new Refusal(
                    Problem.with("after", line, "names no line of a batch", "Go on with the address in next"));
        }
        return new WaitingLines.Asked(where, code, part(line.substring(0, dash)), part(line.substring(dash + 1)));
    }

    private static long part(String number) {
        return Given.number("after", number, 0, Long.MAX_VALUE);
    }
}
