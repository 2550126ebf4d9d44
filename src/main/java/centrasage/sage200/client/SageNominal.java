package centrasage.sage200.client;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.read.Pages;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.NominalEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Transactions of Sage's nominal ledger by their reference. Its API only shows them: nothing can be posted there. */
@ApplicationScoped
public class SageNominal {
    private static final String VIEW = "nominal_transaction_enquiry_views";
    private static final int DECIMALS = 2;
    private static final Query FIELDS =
            Query.select("id,nominal_code_id," + LedgerRows.DATE + "," + LedgerRows.REFERENCE + ",debit,credit,urn");

    private static final Resource ENTRIES =
            new Resource(VIEW, "transactions of the nominal ledger", LedgerRows.REFERENCE, FIELDS);

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SageNominal() {}

    @Inject
    public SageNominal(SageReads reads) {
        this.reads = reads;
    }

    /**
     * What carries these references. Where a site refuses to filter by them, what is dated on their days is looked through instead.
     *
     * @param days of the references
     * @return an entry for every reference that was asked, found in either case
     * @throws TargetUnavailable when Sage cannot be asked, or answers what cannot be read
     */
    public Map<String, List<NominalEntry>> find(String company, Map<String, LocalDate> days) throws TargetUnavailable {
        try {
            Map<String, List<NominalEntry>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            rows(company, days)
                    .forEach((reference, rows) -> found.put(
                            reference, rows.stream().map(SageNominal::entry).toList()));
            return found;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's nominal ledger cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, List<JsonObject>> rows(String company, Map<String, LocalDate> days) throws ReadFailed {
        try {
            return new KeyedRows(reads, company, ENTRIES).find(days.keySet());
        } catch (ReadFailed e) {
            if (e.status() != 400) {
                throw e;
            }
            return lookedThrough(company, days);
        }
    }

    private Map<String, List<JsonObject>> lookedThrough(String company, Map<String, LocalDate> days) throws ReadFailed {
        Map<String, List<JsonObject>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        days.keySet().forEach(reference -> found.put(reference, new ArrayList<>()));
        for (LocalDate day : new TreeSet<>(days.values())) {
            String ofTheDay = LedgerRows.DATE + " ge " + day + " and " + LedgerRows.DATE + " lt " + day.plusDays(1);
            for (JsonObject row : Pages.all(reads, company, VIEW, FIELDS.where(ofTheDay))) {
                List<JsonObject> ours = found.get(
                        new Row(row).optionalText(LedgerRows.REFERENCE).orElse(""));
                if (ours != null) {
                    ours.add(row);
                }
            }
        }
        return found;
    }

    private static NominalEntry entry(JsonObject json) {
        Row row = new Row(json);
        return new NominalEntry(
                Long.toString(row.id("urn")),
                row.id("nominal_code_id"),
                LedgerRows.date(row.text(LedgerRows.DATE)),
                amount(row, "debit").subtract(amount(row, "credit")));
    }

    private static BigDecimal amount(Row row, String field) {
        BigDecimal amount = row.optionalDecimal(field).orElse(BigDecimal.ZERO);
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new Row.Malformed(field);
        }
        return amount;
    }
}
