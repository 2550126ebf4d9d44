package centrasage.sage200.client;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.LedgerBalance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is open of posted transactions, as Sage 200 says it: those of the ledger, and those that it has moved into its history. */
@ApplicationScoped
public class SageBalances {
    private static final String URN = "urn";
    private static final Query FIELDS = Query.select(
            URN + ",customer_id,document_gross_value,document_outstanding_value,base_gross_value,exchange_rate");

    private static final Resource LEDGER =
            new Resource("sales_posted_transactions", "posted sales ledger transactions", URN, true, FIELDS);

    private static final Resource HISTORY =
            new Resource("sales_historical_transactions", "historical sales ledger transactions", URN, true, FIELDS);

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    protected SageBalances() {}

    @Inject
    public SageBalances(SageReads reads) {
        this.reads = reads;
    }

    /**
     * Of the transactions of these urns, by urn; none of one that is in neither place.
     *
     * @throws TargetUnavailable when Sage cannot be asked, or answers what cannot be read
     */
    public Map<String, LedgerBalance> of(String company, Collection<String> urns) throws TargetUnavailable {
        try {
            Map<String, LedgerBalance> balances = new TreeMap<>();
            add(balances, new KeyedRows(reads, company, LEDGER).find(urns));
            List<String> others =
                    urns.stream().filter(urn -> !balances.containsKey(urn)).toList();
            if (!others.isEmpty()) {
                add(balances, new KeyedRows(reads, company, HISTORY).find(others));
            }
            return balances;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed | ClassCastException e) {
            throw new TargetUnavailable("Sage 200's posted transactions cannot be read: " + e.getMessage(), e);
        }
    }

    private static void add(Map<String, LedgerBalance> balances, Map<String, List<JsonObject>> found) {
        found.forEach((urn, rows) -> rows.forEach(json -> {
            Row row = new Row(json);
            balances.put(
                    urn,
                    new LedgerBalance(
                            urn,
                            row.id("customer_id"),
                            row.decimal("document_gross_value"),
                            row.optionalDecimal("document_outstanding_value")
                                    .orElse(BigDecimal.ZERO)
                                    .abs(),
                            row.optionalDecimal("base_gross_value").orElse(null),
                            row.optionalDecimal("exchange_rate").orElse(null)));
        }));
    }
}
