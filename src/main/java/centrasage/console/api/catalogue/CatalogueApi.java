package centrasage.console.api.catalogue;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.value.CatalogueBook;
import centrasage.catalogue.value.CatalogueBook.Search;
import centrasage.catalogue.value.CatalogueBook.Summary;
import centrasage.catalogue.value.Value;
import centrasage.catalogue.value.ValueState;
import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Refusal;
import centrasage.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Fields and prices that Sage 200 owns in Centra: what both sides hold, and SKUs that only one of them knows. */
@Path("catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
@ApplicationScoped
public class CatalogueApi {
    private static final int OVERWRITE_MAX = 500;
    private static final int WHY_MAX = 500;

    private CatalogueBook book;
    private CatalogueSettings settings;

    @SuppressWarnings("NullAway.Init")
    CatalogueApi() {}

    @Inject
    CatalogueApi(CatalogueBook book, CatalogueSettings settings) {
        this.settings = settings;
        this.book = book;
    }

    /**
     * A field of a product, a size or a price list, on both sides.
     *
     * @param label the SKU, or the product's number
     * @param pricelist Centra's id of a price's list; 0 of all else
     * @param agreed what both sides last held
     * @param note why nobody can tell what Centra is to hold, or why it did not take it
     */
    @Schema(name = "CatalogueValue")
    public record CatalogueValue(
            long id,
            String company,
            String label,
            String field,
            long pricelist,
            ValueState state,
            String sage,
            String centra,
            String agreed,
            String note,
            Instant changedAt) {
        static CatalogueValue of(Value value) {
            return new CatalogueValue(
                    value.id(),
                    value.company(),
                    value.label(),
                    value.field().mapped(),
                    value.pricelist(),
                    value.state(),
                    value.sage(),
                    value.centra(),
                    value.agreed(),
                    value.note(),
                    value.changedAt());
        }
    }

    @GET
    @Operation(
            operationId = "catalogue",
            summary = "What differs between Sage 200 and Centra, field by field",
            description = "Without a state all but what is the same; UNMATCHED are the SKUs that only one side knows")
    @APIResponse(responseCode = "200", description = "A page of fields")
    public Items<CatalogueValue> catalogue(
            @QueryParam("label") @Nullable String label,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        List<CatalogueValue> page = book
                .values(new Search(
                        Given.text(label), Given.oneOf(ValueState.class, "state", state), Given.after(after), most + 1))
                .stream()
                .map(CatalogueValue::of)
                .toList();
        return Items.page(page, most, last -> Given.page(uri, "after", last.id()));
    }

    @GET
    @Path("csv")
    @Produces(Csv.TYPE)
    @Operation(operationId = "catalogueCsv", summary = "What differs between Sage 200 and Centra, as one CSV file")
    public Response csv(@QueryParam("label") @Nullable String label, @QueryParam("state") @Nullable String state) {
        Csv csv = new Csv(
                "company", "label", "field", "pricelist", "state", "sage", "centra", "agreed", "note", "changed_at");
        ValueState wanted = Given.oneOf(ValueState.class, "state", state);
        return csv.pages(
                        after -> book.values(new Search(Given.text(label), wanted, after, Csv.PAGE)),
                        Value::id,
                        value -> csv.row(
                                value.company(),
                                value.label(),
                                value.field().mapped(),
                                value.pricelist() == 0 ? "" : Long.toString(value.pricelist()),
                                value.state().name(),
                                value.sage(),
                                value.centra(),
                                value.agreed(),
                                value.note(),
                                value.changedAt().toString()))
                .file("catalogue.csv");
    }

    /** How many fields of each company are in which state. */
    @Schema(name = "CatalogueSummary")
    public record CatalogueSummary(List<Summary> companies) {}

    @GET
    @Path("summary")
    @Operation(operationId = "catalogueSummary", summary = "How many fields of each company are in which state")
    @APIResponse(responseCode = "200", description = "Every company whose catalogue is compared")
    public CatalogueSummary summary() {
        return new CatalogueSummary(book.summaries());
    }

    /** What became of it. */
    @Schema(name = "CatalogueOverwritten")
    public record Overwritten(int overwritten) {}

    @POST
    @Path("overwrite")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATIONS, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "overwriteCatalogue",
            summary = "Takes Sage 200's values of fields that somebody changed in Centra",
            description =
                    "Give ids, a list of them, and why. Centra is told with the next run; the audit trail keeps both values and who said so")
    @APIResponse(responseCode = "200", description = "How many were drifted or rejected, and are told now")
    @APIResponse(responseCode = "409", description = "None of them is")
    public Overwritten overwrite(InputStream body, @Context SecurityContext caller) {
        Body sent = Body.of(body);
        String why = sent.text("why", WHY_MAX, Set.of("ids", "why"));
        Set<Long> ids = sent.numbers("ids", OVERWRITE_MAX);
        if (!settings.writes()) {
            throw Refusal.conflict(
                    "Centra is told nothing of the catalogue (catalogue.write = nothing, or posting.mode = preview)",
                    "Set catalogue.write = update, restart, and ask again");
        }
        int overwritten = book.overwrite(ids, caller.getUserPrincipal().getName(), why);
        if (overwritten == 0) {
            throw Refusal.conflict(
                    "None of them is drifted or rejected", "See /api/catalogue?state=DRIFTED and ?state=REJECTED");
        }
        return new Overwritten(overwritten);
    }
}
