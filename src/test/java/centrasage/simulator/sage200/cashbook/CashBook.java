package centrasage.simulator.sage200.cashbook;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The posted rows of the banks: what comes in is positive, and a bank's balance is the sum of its rows. */
public final class CashBook {
    public static final String TABLE = "bank_posted_transactions";

    /** Sage shows no base value of a row; auditors see it, and the balance in base is the sum of them. */
    public static final String BASE = "_base_value";

    private final Company company;

    public CashBook(Company company) {
        this.company = company;
    }

    /** A bank that can be posted to. */
    public ObjectNode bank(ObjectNode sent, String field) {
        ObjectNode bank = company.named("banks", sent.path(field).asLong(), field);
        Refused.unless(
                !bank.path("account_status_type").asText().equals("AccountStatusHidden"),
                "'" + field + "': the bank account " + bank.path("code").asText() + " is hidden.");
        return bank;
    }

    public static long currency(ObjectNode bank) {
        return bank.path("account_currency_id").asLong();
    }

    /**
     * Posts a row to a bank and moves its balances.
     *
     * @param value without a sign, in the currency of the bank
     * @param row its references, date, source, urn and analysis
     */
    public ObjectNode post(EntryType type, ObjectNode bank, Value value, ObjectNode row) {
        Value moved = value.signed(type.comesIn());
        row.put("bank_id", bank.path("id").asLong());
        row.put("bank_transaction_type", type.sageName());
        row.put("posted_date", new Postings(company).today());
        row.put("cheque_value", moved.amount());
        row.put("cheque_discount_value", Amounts.ZERO);
        row.put(BASE, moved.base());
        row.put("cheque_to_account_currency_rate", BigDecimal.ONE.setScale(6));
        row.put("bank_cheque_to_base_currency_rate", value.rate());
        row.put("cheque_currency_id", currency(bank));
        row.put("user_name", new Postings(company).user());
        Amounts.add(bank, "balance", moved.amount());
        Amounts.add(bank, "balance_in_base", moved.base());
        company.touch(bank);
        return company.insert(TABLE, row);
    }
}
