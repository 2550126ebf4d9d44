package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.Writing.Request;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.WindowsSignIn;
import centrasage.sage200.ledger.AllocationEvidence;
import centrasage.sage200.ledger.NewAllocation;
import centrasage.sage200.ledger.OpenEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * What is open of posted transactions, and their allocation to each other by one POST. An allocation has no key of its own: that it was
 * made is told by the entries in the history of both.
 */
@ApplicationScoped
public class SageAllocations {
    private static final String RESOURCE = "sales_allocations";
    private static final String URN = "urn";
    private static final String ENTRIES = "allocation_history_items";
    private static final String FIELDS = "id," + URN + ",customer_id,document_outstanding_value";

    private static final Resource LEDGER = new Resource(
            "sales_posted_transactions",
            "posted sales ledger transactions",
            URN,
            true,
            Query.select(FIELDS + "," + ENTRIES).expand(ENTRIES));

    private static final Resource HISTORY = new Resource(
            "sales_historical_transactions", "historical sales ledger transactions", URN, true, Query.select(FIELDS));

    private SageReads reads;
    private Writing writing;
    private boolean signed;

    @SuppressWarnings("NullAway.Init")
    SageAllocations() {}

    @Inject
    public SageAllocations(Config config, SageReads reads, SageAuthorization authorization) {
        this(
                SageSettings.of(config),
                reads,
                authorization,
                authorization.windows(),
                config.getValue("sage200.allocation-signs", String.class));
    }

    /** @param signs {@code sage200.allocation-signs}: {@code positive}, or {@code signed} where a credit's line is below zero */
    public SageAllocations(
            SageSettings settings,
            SageReads reads,
            Authorization authorization,
            Optional<WindowsSignIn> windows,
            String signs) {
        this.reads = reads;
        this.writing = new Writing(settings, authorization, windows);
        this.signed = signs.equals("signed");
    }

    /**
     * What is open of the transactions of these urns; what is in the history is settled. None of one that is in neither.
     *
     * @throws TargetUnavailable when Sage cannot be asked, or answers what cannot be read
     */
    public Map<String, OpenEntry> open(String company, Collection<String> urns) throws TargetUnavailable {
        try {
            Map<String, OpenEntry> open = new TreeMap<>();
            add(open, new KeyedRows(reads, company, LEDGER).find(urns), SageAllocations::told);
            List<String> others =
                    urns.stream().filter(urn -> !open.containsKey(urn)).toList();
            if (!others.isEmpty()) {
                add(open, new KeyedRows(reads, company, HISTORY).find(others), row -> List.of());
            }
            return open;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed | ClassCastException e) {
            throw new TargetUnavailable("Sage 200's posted transactions cannot be read: " + e.getMessage(), e);
        }
    }

    private static void add(
            Map<String, OpenEntry> open,
            Map<String, List<JsonObject>> found,
            Function<JsonObject, List<BigDecimal>> allocations) {
        found.forEach((urn, rows) ->
                rows.forEach(row -> open.put(urn, entry(urn, new Row(row), allocations.apply(row)))));
    }

    /** A site that does not tell them leaves no evidence: then nothing is concluded, and nothing is sent. */
    private static List<BigDecimal> told(JsonObject row) {
        if (!(row.get(ENTRIES) instanceof JsonArray entries)) {
            throw new Row.Malformed(ENTRIES);
        }
        return entries.getValuesAs(JsonObject.class).stream()
                .map(each -> new Row(each).decimal("allocation_value").abs())
                .toList();
    }

    private static OpenEntry entry(String urn, Row row, List<BigDecimal> allocations) {
        return new OpenEntry(
                row.id("id"),
                urn,
                row.id("customer_id"),
                row.optionalDecimal("document_outstanding_value")
                        .orElse(BigDecimal.ZERO)
                        .abs(),
                allocations);
    }

    /**
     * Makes exactly one POST and says what became of it. Never throws for anything that Sage does.
     *
     * @param date that the ledger takes
     */
    public Outcome post(NewAllocation allocation, AllocationEvidence evidence, LocalDate date) {
        BigDecimal value = allocation.value().amount();
        String body = Json.createObjectBuilder()
                .add("customer_id", evidence.customer())
                .add("allocation_date", date + "T00:00:00")
                .add(
                        "allocation_lines",
                        Json.createArrayBuilder()
                                .add(line(evidence.debit(), value))
                                .add(line(evidence.credit(), signed ? value.negate() : value)))
                .build()
                .toString();
        return writing.post(
                new Request(allocation.company(), RESOURCE, body),
                signIn -> new AllocationWrite(this, reads, allocation, evidence, signIn));
    }

    private static JsonObjectBuilder line(AllocationEvidence.Side side, BigDecimal value) {
        return Json.createObjectBuilder().add("posted_tran_id", side.id()).add("value_to_allocate", value);
    }
}
