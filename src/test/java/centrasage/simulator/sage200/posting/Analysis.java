package centrasage.simulator.sage200.posting;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** The nominal accounts and tax codes that a posting names: they must exist, and stand in the posted row with their names. */
public final class Analysis {
    private static final Account SUSPENSE = new Account("9998", "", "");

    private final Company company;

    public Analysis(Company company) {
        this.company = company;
    }

    /** A nominal account with its share, as a posted item; the field is named when there is no such account. */
    public ObjectNode nominal(Account wanted, String field, Value value) {
        Refused.unless(!wanted.code().isEmpty(), "'" + field + "' is required.");
        ObjectNode account = find(wanted)
                .orElseThrow(() -> Refused.because("'" + field + "': there is no nominal account " + wanted + "."));
        return item(account, value);
    }

    /** An account that Sage chose itself: where it does not exist, what is posted ends in suspense. */
    public ObjectNode nominalOrSuspense(Account wanted, Value value) {
        return item(find(wanted).or(() -> find(SUSPENSE)).orElseThrow(), value);
    }

    private Optional<ObjectNode> find(Account wanted) {
        return company.table("nominal_codes")
                .rows()
                .filter(row -> is(row, "reference", wanted.code())
                        && is(row, "cost_centre_code", wanted.costCentre())
                        && is(row, "department_code", wanted.department()))
                .findFirst();
    }

    private static ObjectNode item(ObjectNode account, Value value) {
        ObjectNode posted = Json.object();
        posted.set("code", account.path("reference"));
        posted.set("cost_centre", account.path("cost_centre_code"));
        posted.set("department", account.path("department_code"));
        posted.set("name", account.path("name"));
        return posted.put("value", value.amount()).put("base_value", value.base());
    }

    private static boolean is(ObjectNode row, String field, String value) {
        return row.path(field).asText("").equalsIgnoreCase(value);
    }

    /** A tax code with its share of goods and tax, as a posted item. */
    public ObjectNode tax(long taxCodeId, String field, BigDecimal goods, BigDecimal tax) {
        ObjectNode taxCode = company.named("tax_codes", taxCodeId, field);
        ObjectNode posted = Json.object().put("id", taxCodeId);
        posted.set("code", taxCode.path("code"));
        posted.set("name", taxCode.path("name"));
        return posted.put("goods_amount", goods).put("tax_amount", tax).put("tax_discount_amount", Amounts.ZERO);
    }

    /** The rate of a tax code in percent. */
    public BigDecimal taxRate(long taxCodeId, String field) {
        return company.named("tax_codes", taxCodeId, field).path("tax_rate").decimalValue();
    }

    /** The tax code that Sage takes where a posting names none: one that is on the VAT return. */
    public long defaultTaxCode() {
        return company.settings("sales_ledger_settings")
                .path("default_tax_code_id")
                .asLong();
    }
}
