package centrasage.console.api.settlements;

import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.settlements.proof.ClearingBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clearing banks, each held against what is open in it; writes nothing, tells nobody. */
@Path("clearing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
@ApplicationScoped
public class ClearingApi {
    private ClearingBook book;
    private MappingVersions versions;

    @SuppressWarnings("NullAway.Init")
    ClearingApi() {}

    @Inject
    ClearingApi(ClearingBook book, MappingVersions versions) {
        this.book = book;
        this.versions = versions;
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

    private static Refusal unavailable(String what, String remedy) {
        return new Refusal(Problem.of(Response.Status.SERVICE_UNAVAILABLE, what, remedy));
    }
}
