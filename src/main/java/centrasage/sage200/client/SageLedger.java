package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
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
import centrasage.sage200.ledger.LedgerEntry;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.NewEntry;
import centrasage.sage200.ledger.SalesDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * Posted transactions of Sage 200's sales ledger: found by their references, in the ledger and in its history, and posted by one POST
 * each. Sage's answer to it tells the urn alone, and nothing posted can be changed.
 */
@ApplicationScoped
public class SageLedger {
    private static final Resource LEDGER = new Resource(
            "sales_transaction_views",
            "sales ledger transactions",
            LedgerRows.REFERENCE,
            Query.select(LedgerRows.fields(LedgerRows.VIEW_ID)).orderedBy(LedgerRows.VIEW_ID));

    private static final Resource HISTORY = new Resource(
            "sales_historical_transactions",
            "historical sales ledger transactions",
            LedgerRows.REFERENCE,
            Query.select(LedgerRows.fields(LedgerRows.HISTORY_ID)).orderedBy(LedgerRows.HISTORY_ID));

    private SageReads reads;
    private Writing writing;

    @SuppressWarnings("NullAway.Init")
    SageLedger() {}

    @Inject
    public SageLedger(Config config, SageReads reads, SageAuthorization authorization) {
        this(SageSettings.of(config), reads, authorization, authorization.windows());
    }

    public SageLedger(
            SageSettings settings, SageReads reads, Authorization authorization, Optional<WindowsSignIn> windows) {
        this.reads = reads;
        this.writing = new Writing(settings, authorization, windows);
    }

    /**
     * What carries these first references, whatever it is.
     *
     * @return an entry for every reference that was asked, found in either case; none where what is there cannot be read
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Map<String, List<LedgerEntry>> find(String company, Collection<String> references) throws TargetUnavailable {
        Map<String, List<LedgerEntry>> found = none(references);
        try {
            add(found, new KeyedRows(reads, company, LEDGER).find(references), LedgerRows.VIEW_ID);
            add(found, new KeyedRows(reads, company, HISTORY).find(references), LedgerRows.HISTORY_ID);
        } catch (ReadFailed e) {
            throw e.unavailable();
        }
        return found;
    }

    /** As {@link #find}, of what was posted just now: nothing of it is in the history yet. */
    Map<String, List<LedgerEntry>> findNew(String company, String reference) throws TargetUnavailable {
        Map<String, List<LedgerEntry>> found = none(List.of(reference));
        try {
            add(found, new KeyedRows(reads, company, LEDGER).find(List.of(reference)), LedgerRows.VIEW_ID);
        } catch (ReadFailed e) {
            throw e.unavailable();
        }
        return found;
    }

    private static Map<String, List<LedgerEntry>> none(Collection<String> references) {
        Map<String, List<LedgerEntry>> none = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        references.forEach(reference -> none.put(reference, new ArrayList<>()));
        return none;
    }

    /** What Sage moves into its history while it is read stands in both, and is one. */
    private static void add(Map<String, List<LedgerEntry>> found, Map<String, List<JsonObject>> rows, String id) {
        rows.forEach((reference, under) -> {
            List<LedgerEntry> entries = found.get(reference);
            try {
                for (JsonObject row : under) {
                    LedgerEntry entry = LedgerRows.read(row, id);
                    if (entries != null
                            && entries.stream().noneMatch(other -> other.urn().equals(entry.urn()))) {
                        entries.add(entry);
                    }
                }
            } catch (Row.Malformed | ClassCastException e) {
                found.remove(reference);
            }
        });
    }

    /**
     * Makes exactly one POST and says what became of it. Never throws for anything that Sage does.
     *
     * @param customer the id of the account in this company
     * @param bank the id of the clearing bank
     */
    public Outcome post(MoneyEntry entry, long customer, long bank) {
        return post(entry, LedgerBody.of(entry, customer, bank));
    }

    /**
     * As {@link #post(MoneyEntry, long, long)}.
     *
     * @param taxCodes of this company
     * @return empty where the company has not all of its tax codes: then nothing is sent
     */
    public Optional<Outcome> post(SalesDocument document, long customer, Map<Integer, Site.TaxCode> taxCodes) {
        return LedgerBody.of(document, customer, taxCodes).map(body -> post(document, body));
    }

    private Outcome post(NewEntry entry, String body) {
        return writing.post(
                new Request(entry.company(), entry.kind().resource(), body),
                signIn -> new LedgerWrite(this, reads, entry, signIn));
    }
}
