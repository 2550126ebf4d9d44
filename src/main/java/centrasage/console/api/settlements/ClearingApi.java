package centrasage.console.api.settlements;

import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.TargetUnavailable;
import centrasage.security.Roles;
import centrasage.settlements.base.BaseBook;
import centrasage.settlements.proof.Clearing;
import centrasage.settlements.proof.ClearingBook;
import centrasage.settlements.proof.ExplainDifference;
import centrasage.settlements.settle.PersonsWord;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The clearing banks, each held against what is open in it, and what a person says of it. */
@Path("clearing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
@ApplicationScoped
public class ClearingApi {
    private static final int NOTE_MAX = 500;
    private static final int CODE_MAX = 20;

    private ClearingBook book;
    private CurrentMappings mappings;
    private ClearingEntries entries;
    private PersonsWord word;
    private ExplainDifference explaining;
    private BaseBook bases;

    @SuppressWarnings("NullAway.Init")
    ClearingApi() {}

    @Inject
    ClearingApi(
            ClearingBook book,
            CurrentMappings mappings,
            ClearingEntries entries,
            PersonsWord word,
            ExplainDifference explaining,
            BaseBook bases) {
        this.book = book;
        this.mappings = mappings;
        this.entries = entries;
        this.word = word;
        this.explaining = explaining;
        this.bases = bases;
    }

    @GET
    @Operation(
            operationId = "clearing",
            summary = "Each clearing bank: its balance in Sage 200, what is open in it, and the difference",
            description = "The balance is read from Sage 200's cash book now. A difference of 0.00 is proven")
    @APIResponse(responseCode = "200", description = "All clearing banks")
    @APIResponse(responseCode = "503", description = "Sage 200 cannot be asked now, or the mappings cannot be used")
    public Items<ClearingJson> all() {
        return Items.all(banks().stream().map(ClearingJson::of).toList());
    }

    private List<Clearing> banks() {
        try {
            return book.look(mappings.now()).all();
        } catch (TargetUnavailable e) {
            throw silent(e);
        }
    }

    private static Refusal silent(TargetUnavailable e) {
        return new Refusal(Problem.of(
                Response.Status.SERVICE_UNAVAILABLE,
                "Sage 200 cannot be asked for its balances: " + e.getMessage(),
                "Try again later"));
    }

    private static String needed(String name, @Nullable String given, String remedy) {
        String text = Given.text(given);
        if (text == null) {
            throw new Refusal(Problem.missing(name, remedy));
        }
        return text;
    }

    @GET
    @Path("base")
    @Operation(
            operationId = "clearingBase",
            summary = "Batches that are under way in a clearing bank of another currency, or have left something there",
            description =
                    "In the company's own currency, page by page. All of a kind come to that part of inBase of GET /api/clearing")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Items<ClearingBatchJson> base(
            @QueryParam("company") @Nullable String company,
            @QueryParam("bank") @Nullable String bank,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        String remedy = "Give a company and a bank, such as 33 and ADYEUR";
        List<ClearingBatchJson> found = bases
                .batches(needed("company", company, remedy), needed("bank", bank, remedy), Given.after(after), most + 1)
                .stream()
                .map(ClearingBatchJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "after", last.settlement()));
    }

    @POST
    @Path("base/explain")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "explainBase",
            summary = "Says why a clearing bank differs in the company's own currency",
            description =
                    "Give company, bank, the difference as /api/clearing shows it under inBase, and a note. What it differs by is"
                            + " explained from then on, and the note stands in the audit trail")
    @APIResponse(responseCode = "200", description = "The bank, which is proven in the company's own currency now")
    @APIResponse(responseCode = "409", description = "It does not differ by that, or not any more")
    @APIResponse(responseCode = "503", description = "Sage 200 cannot be asked now")
    public ClearingJson explainBase(InputStream body, @Context SecurityContext caller) {
        Body sent = Body.of(body);
        sent.onlyKnown(Set.of("company", "bank", "difference", "note"));
        String company = sent.member("company", CODE_MAX);
        String bank = sent.member("bank", CODE_MAX);
        BigDecimal difference = sent.amount("difference");
        String note = sent.member("note", NOTE_MAX);
        ExplainDifference.Word said = new ExplainDifference.Word(
                company, bank, difference, note, caller.getUserPrincipal().getName());
        if (!isExplained(said)) {
            throw differs(company, bank, difference);
        }
        return banks().stream()
                .filter(each -> is(each, company, bank))
                .findFirst()
                .map(ClearingJson::of)
                .orElseThrow(() -> differs(company, bank, difference));
    }

    private boolean isExplained(ExplainDifference.Word said) {
        try {
            return explaining.explain(said, mappings.now());
        } catch (TargetUnavailable e) {
            throw silent(e);
        }
    }

    private static boolean is(Clearing clearing, String company, String bank) {
        return clearing.company().equals(company) && clearing.bank().equals(bank);
    }

    private static Refusal differs(String company, String bank, BigDecimal difference) {
        return Refusal.conflict(
                "The clearing bank " + bank + " of company " + company + " does not differ by "
                        + difference.toPlainString() + " in the company's own currency",
                "GET /api/clearing shows under inBase by what it differs now. While receipts are unknown nothing can be explained, and banks of"
                        + " the company's own currency have no such proof");
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
        String remedy = "Give an order, or a company and a bank, such as 33 and ADYGBP";
        List<ClearingEntryJson> found = entries
                .open(needed("company", company, remedy), needed("bank", bank, remedy), Given.after(after), most + 1)
                .stream()
                .map(ClearingEntryJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "after", last.id()));
    }

    @POST
    @Path("entries/{id}/explain")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "explainEntry",
            summary = "Says that what became of a receipt or refund was entered in Sage 200 by hand",
            description =
                    "It is open in its clearing bank no more, no line of a settlement file settles it, and the note"
                            + " stands in the audit trail")
    @APIResponse(responseCode = "200", description = "It is open no more; it is answered as it was")
    @APIResponse(responseCode = "409", description = "It is not open")
    public ClearingEntryJson explain(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        return word.enteredByHand(
                        Given.id(id),
                        Body.of(body).text("note", NOTE_MAX),
                        caller.getUserPrincipal().getName())
                .map(ClearingEntryJson::of)
                .orElseThrow(() -> Refusal.conflict(
                        "No receipt or refund with the id " + id + " is open in a clearing bank",
                        "GET /api/clearing/entries?order= lists what is open of an order"));
    }

    @POST
    @Path("entries/{id}/take-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "takeBackEntry",
            summary = "Takes back that what became of a receipt or refund was entered in Sage 200 by hand",
            description = "It is open in its clearing bank again, and the note stands in the audit trail")
    @APIResponse(responseCode = "200", description = "It is open again")
    @APIResponse(responseCode = "409", description = "No person has explained it")
    public ClearingEntryJson takeBack(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        return word.isOpenAgain(
                        Given.id(id),
                        Body.of(body).text("note", NOTE_MAX),
                        caller.getUserPrincipal().getName())
                .map(ClearingEntryJson::of)
                .orElseThrow(() -> Refusal.conflict(
                        "No person has explained the receipt or refund with the id " + id,
                        "The audit trail tells what people have explained"));
    }
}
