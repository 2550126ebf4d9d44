package centrasage.console.api.stock;

import centrasage.centra.client.quota.Rank;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.TargetUnavailable;
import centrasage.security.Roles;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Freshness;
import centrasage.stock.level.StockBook.Search;
import centrasage.stock.level.StockBook.Summary;
import centrasage.stock.publish.ShownNow;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stock by SKU: what Sage 200 has, what Centra sells of it, and why the two differ. */
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
@ApplicationScoped
public class StockApi {
    private static final int NOW_ROWS_MAX = 2_000;
    private static final int NAME_MAX = 100;
    private static final int WHY_MAX = 500;
    private static final Duration FRESH_WITHIN = Duration.ofHours(1);

    private StockBook book;
    private ShownNow shownNow;
    private CentraGraphQl centra;

    @SuppressWarnings("NullAway.Init")
    StockApi() {}

    @Inject
    StockApi(StockBook book, ShownNow shownNow, CentraGraphQl centra) {
        this.book = book;
        this.shownNow = shownNow;
        this.centra = centra;
    }

    @GET
    @Operation(
            operationId = "stock",
            summary = "Stock by SKU: in Sage 200, on its way, in Centra, and why they differ",
            description =
                    "With Accept: text/csv all of it at once; with now=true Centra is asked what it shows at this moment")
    @APIResponse(responseCode = "200", description = "A page of SKUs")
    @APIResponse(responseCode = "503", description = "Centra cannot be asked what it shows now")
    public Items<StockJson> stock(
            @QueryParam("sku") @Nullable String sku,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @QueryParam("now") @DefaultValue("false") String now,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        List<StockJson> page = page(
                new Search(
                        Given.text(sku), Given.oneOf(LevelState.class, "state", state), Given.after(after), most + 1),
                Given.flag("now", now));
        return Items.page(page, most, last -> Given.page(uri, "after", last.id()));
    }

    private List<StockJson> page(Search search, boolean isNow) {
        List<Level> levels = book.levels(search);
        Map<Long, Integer> shown = isNow ? shownNow(levels) : Map.of();
        return levels.stream()
                .map(level -> StockJson.of(level, shown.get(level.id())))
                .toList();
    }

    private Map<Long, Integer> shownNow(List<Level> levels) {
        try {
            return shownNow.of(levels);
        } catch (TargetUnavailable e) {
            throw new Refusal(Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "Centra cannot be asked what it shows now: " + e.getMessage(),
                    "Try again later, or without now: shown is what it showed at shownAt"));
        }
    }

    @GET
    @Path("csv")
    @Produces(Csv.TYPE)
    @Operation(operationId = "stockCsv", summary = "The stock audit as one CSV file")
    public Response csv(
            @QueryParam("sku") @Nullable String sku,
            @QueryParam("state") @Nullable String state,
            @QueryParam("now") @DefaultValue("false") String now) {
        Csv csv = new Csv(
                "company",
                "warehouse",
                "sku",
                "product",
                "state",
                "on_hand",
                "unconfirmed",
                "allocated",
                "reserved",
                "free",
                "open_orders",
                "in_flight",
                "buffer",
                "buffer_rule",
                "stale_buffer",
                "sellable",
                "shown",
                "shown_at",
                "shown_now",
                "published_at",
                "changed_at",
                "due_since",
                "version",
                "published",
                "tries",
                "difference");
        LevelState wanted = Given.oneOf(LevelState.class, "state", state);
        String wantedSku = Given.text(sku);
        boolean isNow = Given.flag("now", now);
        if (isNow
                && book.levels(new Search(wantedSku, wanted, 0, NOW_ROWS_MAX + 1))
                                .size()
                        > NOW_ROWS_MAX) {
            throw new Refusal(Problem.of(
                    Response.Status.BAD_REQUEST,
                    "now=true asks Centra for each SKU, and these are more than " + NOW_ROWS_MAX,
                    "Give sku or state, or leave now out: shown is what Centra showed at shownAt"));
        }
        return csv.pages(
                        after -> page(new Search(wantedSku, wanted, after, Csv.PAGE), isNow),
                        StockJson::id,
                        row -> line(csv, row))
                .file("stock.csv");
    }

    private static void line(Csv csv, StockJson row) {
        csv.row(
                row.company(),
                row.warehouse(),
                row.sku(),
                row.product(),
                row.state().name(),
                row.onHand().toPlainString(),
                row.unconfirmed().toPlainString(),
                row.allocated().toPlainString(),
                row.reserved().toPlainString(),
                row.free().toPlainString(),
                row.openOrders().toPlainString(),
                Long.toString(row.inFlight()),
                Integer.toString(row.buffer()),
                row.bufferRule(),
                Integer.toString(row.staleBuffer()),
                Objects.toString(row.sellable(), ""),
                Objects.toString(row.shown(), ""),
                Objects.toString(row.shownAt(), ""),
                Objects.toString(row.shownNow(), ""),
                Objects.toString(row.publishedAt(), ""),
                row.changedAt().toString(),
                Objects.toString(row.dueSince(), ""),
                Long.toString(row.version()),
                Long.toString(row.published()),
                Integer.toString(row.tries()),
                row.difference());
    }

    /**
     * Warehouses in figures, and how fresh they are: seconds from a change in Sage 200 until Centra had it, within the last hour.
     *
     * @param mutations how many changes of the shop's quota this node made in the last hour, by who goes first
     */
    @Schema(name = "StockSummary")
    public record StockSummary(List<Summary> warehouses, Freshness freshness, Map<Rank, Long> mutations) {}

    @GET
    @Path("summary")
    @Operation(
            operationId = "stockSummary",
            summary = "How many SKUs of each warehouse are in which state, and how fresh Centra's figures are")
    @APIResponse(responseCode = "200", description = "Every warehouse whose stock is published")
    public StockSummary summary() {
        return new StockSummary(book.summaries(), book.freshness(FRESH_WITHIN), centra.mutationsInTheLastHour());
    }

    /** What became of a release. */
    @Schema(name = "StockReleased")
    public record Released(int released) {}

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATIONS, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "releaseStock",
            summary = "Lets pass what the guard rails hold in a warehouse",
            description =
                    "Give company, warehouse and why. Centra is told with the next run, whatever the figures are by then; the audit trail"
                            + " keeps who said so")
    @APIResponse(responseCode = "200", description = "How many SKUs were held")
    @APIResponse(responseCode = "409", description = "Nothing is held there")
    public Released release(InputStream body, @Context SecurityContext caller) {
        Body sent = Body.of(body);
        Set<String> members = Set.of("company", "warehouse", "why");
        String company = sent.text("company", NAME_MAX, members);
        String warehouse = sent.text("warehouse", NAME_MAX, members);
        String why = sent.text("why", WHY_MAX, members);
        int released =
                book.release(company, warehouse, caller.getUserPrincipal().getName(), why);
        if (released == 0) {
            throw Refusal.conflict(
                    "Nothing is held in the warehouse " + warehouse + " of company " + company,
                    "See /api/stock?state=HELD");
        }
        return new Released(released);
    }
}
