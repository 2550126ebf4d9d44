package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What the banks of a company hold by Sage 200's own cash book, as it is now. */
@ApplicationScoped
public class BankBalances {
    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    BankBalances() {}

    @Inject
    public BankBalances(SageReads reads) {
        this.reads = reads;
    }

    /**
     * The balance of a bank.
     *
     * @param amount in the bank's currency
     * @param inBase in the company's own
     */
    public record Balance(BigDecimal amount, BigDecimal inBase) {}

    /**
     * By the codes of the banks, in either case.
     *
     * @throws TargetUnavailable when Sage cannot be asked, or answers what cannot be read
     */
    public Map<String, Balance> of(String company) throws TargetUnavailable {
        try {
            Map<String, Balance> balances = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (JsonObject json :
                    Pages.all(reads, company, "banks", Query.select("id,code,balance,balance_in_base"))) {
                Row row = new Row(json);
                balances.put(row.text("code"), new Balance(row.decimal("balance"), row.decimal("balance_in_base")));
            }
            return balances;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's banks cannot be read: " + e.getMessage(), e);
        }
    }
}
