package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Refusal;
import centrasage.money.Money;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.LineTallies;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFile;
import centrasage.settlements.store.SettlementFiles;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The batches that payment providers have settled. */
@Path("settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
@ApplicationScoped
public class SettlementsApi {
    private SettlementBatches batches;
    private SettlementLines lines;
    private LineTallies tallies;
    private SettlementFiles files;
    private ShownLines shown;
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    SettlementsApi() {}

    @Inject
    SettlementsApi(
            SettlementBatches batches,
            SettlementLines lines,
            LineTallies tallies,
            SettlementFiles files,
            ShownLines shown,
            Postings postings) {
        this.batches = batches;
        this.lines = lines;
        this.tallies = tallies;
        this.files = files;
        this.shown = shown;
        this.postings = postings;
    }

    @GET
    @Operation(operationId = "settlements", summary = "The batches of payment providers, the latest first")
    public Items<SettlementJson> list(
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        List<SettlementJson> found = batches.latest(Given.before(before), most + 1).stream()
                .map(SettlementJson::of)
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "before", last.id()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "settlement",
            summary = "A batch with its sums, what became of its lines, and what is posted for it")
    @APIResponse(responseCode = "200", description = "The batch")
    @APIResponse(responseCode = "404", description = "There is no such batch")
    public SettlementDetailJson one(@PathParam("id") String id) {
        SettlementBatch batch = known(id);
        Optional<SettlementFile> file = files.file(batch.file());
        return new SettlementDetailJson(
                SettlementJson.of(batch),
                file.map(SettlementFile::name).orElse(""),
                file.map(SettlementFile::contentHash).orElse(""),
                amounts(batch.sums().own()),
                amounts(batch.sums().fees()),
                batch.faults(),
                batch.warnings(),
                tallies.of(batch.id()).stream()
                        .map(group -> new SettlementDetailJson.LinesJson(
                                group.state().name(),
                                group.how(),
                                group.lines(),
                                Amount.of(group.amount()),
                                group.first()))
                        .toList(),
                postings(batch),
                batches.versions(batch.key()).stream().map(SettlementBatch::id).toList());
    }

    private static <K extends Enum<K>> Map<String, Amount> amounts(Map<K, Money> sums) {
        Map<String, Amount> amounts = new TreeMap<>();
        sums.forEach((kind, amount) -> amounts.put(kind.name(), Amount.of(amount)));
        return amounts;
    }

    private List<SettlementDetailJson.SettlementPostingJson> postings(SettlementBatch batch) {
        return BatchPostings.of(postings, batch).stream()
                .map(posting -> new SettlementDetailJson.SettlementPostingJson(
                        posting.id(),
                        posting.key().kind().name(),
                        posting.key().sourceKey(),
                        posting.state().name(),
                        Amount.of(posting.amount()),
                        Objects.requireNonNullElse(posting.targetNumber(), "")))
                .toList();
    }

    private SettlementBatch known(String id) {
        return batches.batch(Given.id(id))
                .orElseThrow(() -> Refusal.notFound("There is no batch " + id, "GET /api/settlements lists them"));
    }

    @GET
    @Path("{id}/lines")
    @Operation(
            operationId = "settlementLines",
            summary = "The lines of a batch in the order of its file, with the receipts and refunds that they settle")
    @APIResponse(responseCode = "200", description = "A page of its lines")
    @APIResponse(responseCode = "404", description = "There is no such batch")
    public Items<SettlementLineJson> lines(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        SettlementBatch batch = known(id);
        int most = Given.limit(limit);
        LineState only = Given.oneOf(LineState.class, "state", state);
        List<SettlementLines.Stored> found = only == null
                ? lines.page(batch, Given.after(after), most + 1)
                : lines.page(batch, only, Given.after(after), most + 1);
        Items<SettlementLines.Stored> page = Items.page(found, most, last -> Given.page(uri, "after", last.place()));
        return new Items<>(shown.of(batch, page.items()), page.next());
    }
}
