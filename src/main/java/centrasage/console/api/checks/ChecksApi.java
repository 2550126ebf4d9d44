package centrasage.console.api.checks;

import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.reconcile.finding.CheckReport;
import centrasage.reconcile.mapping.MappingReports;
import centrasage.reconcile.site.SiteReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The checks before go-live: each reads Sage 200 at once, writes nothing, and opens no exception; the nightly jobs do. */
@Path("checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checks")
@ApplicationScoped
public class ChecksApi {
    private MappingReports mappings;
    private SiteReports site;
    private MappingVersions versions;

    @SuppressWarnings("NullAway.Init")
    ChecksApi() {}

    @Inject
    ChecksApi(MappingReports mappings, SiteReports site, MappingVersions versions) {
        this.mappings = mappings;
        this.site = site;
        this.versions = versions;
    }

    @GET
    @Path("mappings")
    @Operation(
            operationId = "checkMappings",
            summary = "Every gap, overlap and stale code of the mappings, against Sage 200 as it is now")
    @APIResponse(responseCode = "200", description = "What was found, the worst first")
    @APIResponse(responseCode = "503", description = "Sage 200 cannot be asked now: nothing is known")
    public CheckJson ofMappings(
            @QueryParam("version") @Parameter(description = "A number; the version in force without it") @Nullable
                    String version) {
        String given = Given.text(version);
        int number =
                given == null ? versions.currentNumber() : (int) Given.number("version", given, 0, Integer.MAX_VALUE);
        if (versions.version(number).isEmpty()) {
            throw Refusal.notFound("There is no version " + number + " of the mappings", "See /api/mappings");
        }
        return checked(() -> mappings.check(number));
    }

    @GET
    @Path("site")
    @Operation(
            operationId = "checkSite",
            summary = "How Sage 200 is set up: what stops orders, what may hurt, what is fine, what could not be read")
    @APIResponse(responseCode = "200", description = "What was found, the worst first")
    @APIResponse(responseCode = "503", description = "Sage 200 cannot be asked now: nothing is known")
    public CheckJson ofSite() {
        return checked(site::check);
    }

    @FunctionalInterface
    private interface Check {
        CheckReport run() throws TargetUnavailable, MappingFaults;
    }

    private static CheckJson checked(Check check) {
        try {
            return CheckJson.of(check.run());
        } catch (TargetUnavailable e) {
            throw new Refusal(Problem.of(
                    Status.SERVICE_UNAVAILABLE,
                    "Nothing could be checked: " + e.getMessage(),
                    "Mend the connection to Sage 200, and check again"));
        } catch (MappingFaults e) {
            throw Refusal.conflict(
                    "This version of the mappings cannot be used: " + e.getMessage(),
                    "Mend its files, and send them to /api/mappings");
        }
    }
}
