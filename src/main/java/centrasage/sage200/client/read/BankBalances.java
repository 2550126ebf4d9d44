package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the banks of a company hold by Sage 200's own cash book, as it is now. */
@ApplicationScoped
public class BankBalances {
    private static final int PENCE = 2;

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
     * @param inBase in the company's own; null where Sage does not say
     */
    public record Balance(BigDecimal amount, @Nullable BigDecimal inBase) {}

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
                String code = row.text("code");
                BigDecimal inBase = row.optionalDecimal("balance_in_base").orElse(null);
                balances.put(
                        code,
                        new Balance(
                                exact(code, "balance", row.decimal("balance")),
                                inBase == null ? null : exact(code, "balance_in_base", inBase)));
            }
            return balances;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's banks cannot be read: " + e.getMessage(), e);
        }
    }

    /** Sage has two decimals of every balance. */
    private static BigDecimal exact(String code, String field, BigDecimal value) throws Row.Malformed {
        if (value.stripTrailingZeros().scale() > PENCE) {
            throw new Row.Malformed("bank " + code + " whose " + field + " is " + value.toPlainString());
        }
        return value;
    }
}
