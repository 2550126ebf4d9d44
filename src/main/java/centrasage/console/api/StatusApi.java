package centrasage.console.api;

import centrasage.console.api.json.StatusJson;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sage200.client.signin.SignInStanding;
import centrasage.sync.store.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How everything stands, in one answer. */
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
@ApplicationScoped
public class StatusApi {
    private About about;
    private Standing standing;
    private JobList jobs;
    private SageSignIn sage;
    private MappingVersions mappings;
    private MappingSeed seed;

    @SuppressWarnings("NullAway.Init")
    StatusApi() {}

    @Inject
    StatusApi(
            About about, Standing standing, JobList jobs, SageSignIn sage, MappingVersions mappings, MappingSeed seed) {
        this.about = about;
        this.standing = standing;
        this.jobs = jobs;
        this.sage = sage;
        this.mappings = mappings;
        this.seed = seed;
    }

    @GET
    @Operation(
            operationId = "status",
            summary =
                    "How everything stands: orders, their amendments, despatches, their tracking, ledger invoices, receipts, credit notes, refunds, gift cards, pennies cleared, allocations, the steps in Centra, exceptions, lanes, jobs, nodes, the outage if any, the sign-in to Sage 200,"
                            + " the mappings, the audit head")
    public StatusJson status() {
        List<StatusJson.Count> postings = standing.of(Documents.ORDERS);
        List<StatusJson.Count> amendments = standing.of(Documents.AMENDMENTS);
        List<StatusJson.Count> despatches = standing.of(Documents.DESPATCHES);
        List<StatusJson.Count> tracking = standing.of(Documents.TRACKING);
        List<StatusJson.Count> ledgerInvoices = standing.of(Documents.LEDGER_INVOICES);
        List<StatusJson.Count> receipts = standing.of(Documents.RECEIPTS);
        List<StatusJson.Count> credits = standing.of(Documents.CREDITS);
        List<StatusJson.Count> refunds = standing.of(Documents.REFUNDS);
        List<StatusJson.Count> giftCards = standing.of(Documents.GIFT_CARDS);
        List<StatusJson.Count> pennies = standing.of(Documents.PENNIES);
        List<StatusJson.Count> allocations = standing.of(Documents.ALLOCATIONS);
        List<StatusJson.Count> centraSteps = standing.of(Documents.STEPS);
        return new StatusJson(
                about.application(),
                standing.now(),
                postings,
                amendments,
                despatches,
                tracking,
                ledgerInvoices,
                receipts,
                credits,
                refunds,
                giftCards,
                pennies,
                allocations,
                centraSteps,
                Stream.of(
                                postings,
                                amendments,
                                despatches,
                                tracking,
                                ledgerInvoices,
                                receipts,
                                credits,
                                refunds,
                                giftCards,
                                pennies,
                                allocations,
                                centraSteps)
                        .mapToLong(Standing::inDoubt)
                        .sum(),
                standing.exceptions(),
                standing.lanes(),
                standing.outage(),
                signIn(),
                new StatusJson.Mappings(mappings.currentNumber(), seed.notice().orElse(null)),
                jobs.all(),
                standing.nodes(),
                standing.wokenBy(),
                standing.audit());
    }

    private StatusJson.SignIn signIn() {
        SignInStanding now = sage.standing();
        return new StatusJson.SignIn(
                sage.way().name().toLowerCase(Locale.ROOT),
                now.consent().map(SignInStanding.Consent::at).orElse(null),
                now.consent().map(SignInStanding.Consent::endsAt).orElse(null),
                now.daysLeft().orElse(null),
                now.warning().orElse(null));
    }
}
