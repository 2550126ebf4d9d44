package centrasage.console.api.reconciliation;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.reconcile.completeness.Completeness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Centra and Sage 200 held against each other on one day, as both are now; reads both, writes nothing, tells nobody. */
@Path("reconciliation/{date}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
@ApplicationScoped
public class ReconciliationApi {
    private Completeness completeness;

    @SuppressWarnings("NullAway.Init")
    ReconciliationApi() {}

    @Inject
    ReconciliationApi(Completeness completeness) {
        this.completeness = completeness;
    }

    @GET
    @Operation(
            operationId = "reconciliation",
            summary =
                    "Both sides of one day: counts, sums by currency, their differences, and the rows that add up to them",
            description =
                    "The orders that were made in Centra on this day, and the shipments that were completed, in the zone of the books."
                            + " What could not be read stands under silent; the job reconcile opens the exceptions")
    @APIResponse(responseCode = "200", description = "Both sides")
    @APIResponse(responseCode = "400", description = "It is no date")
    public ReconciliationJson day(@PathParam("date") String date) {
        LocalDate day = day(date, "date");
        return ReconciliationJson.of(day, completeness.day(day));
    }

    private static LocalDate day(String text, String field) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refusal(Problem.with(field, text, "is no date", "Use a date such as 2026-11-28"));
        }
    }
}
