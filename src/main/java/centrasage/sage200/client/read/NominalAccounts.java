package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.ChartOfAccounts;
import centrasage.sage200.ledger.NominalAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The nominal accounts of a company as they are now: an account that was made a moment ago is there. */
@ApplicationScoped
public class NominalAccounts {
    private static final Query CODES = Query.select(
            "id,reference,cost_centre_code,department_code,account_status_type,allow_manual_journal_entries");

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    NominalAccounts() {}

    @Inject
    public NominalAccounts(SageReads reads) {
        this.reads = reads;
    }

    /** @throws TargetUnavailable when Sage cannot be asked, or does not say what the company's own currency is */
    public ChartOfAccounts of(String company) throws TargetUnavailable {
        try {
            Map<Long, NominalAccount> accounts = new HashMap<>();
            Set<Long> closed = new HashSet<>();
            for (JsonObject json : Pages.all(reads, company, "nominal_codes", CODES)) {
                Row row = new Row(json);
                accounts.put(row.id("id"), account(row));
                if (isHidden(row) || row.isFalse("allow_manual_journal_entries")) {
                    closed.add(row.id("id"));
                }
            }
            return new ChartOfAccounts(currency(company), accounts, closed);
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed | IllegalArgumentException e) {
            throw new TargetUnavailable("Sage 200's nominal accounts cannot be read: " + e.getMessage(), e);
        }
    }

    private static NominalAccount account(Row row) {
        return new NominalAccount(
                row.text("reference"),
                row.optionalText("cost_centre_code").orElse(""),
                row.optionalText("department_code").orElse(""));
    }

    private static boolean isHidden(Row row) {
        return row.optionalText("account_status_type")
                .filter(status -> status.toLowerCase(Locale.ROOT).endsWith("hidden"))
                .isPresent();
    }

    private Currency currency(String company) throws ReadFailed {
        for (JsonObject json :
                Pages.all(reads, company, "currencies", Query.all().expand("currency_iso_code"))) {
            Row row = new Row(json);
            if (row.isTrue("is_base_currency")) {
                return Currency.getInstance(
                        Currencies.isoCode(row).orElseThrow(() -> new Row.Malformed("currency_iso_code")));
            }
        }
        throw new Row.Malformed("is_base_currency");
    }
}
