package centrasage.simulator.sage200.ledger;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** The posted documents of the customers: a customer's balance is the sum of them. */
public final class SalesLedger {
    public static final String TABLE = "sales_posted_transactions";

    /** Where settled documents go when a user clears the ledger. */
    static final String HISTORY = "sales_historical_transactions";

    private static final List<String> DOCUMENT =
            List.of("document_goods_value", "document_tax_value", "document_discount_value");

    private final Company company;

    public SalesLedger(Company company) {
        this.company = company;
    }

    /**
     * Posts a document and moves the customer's balance.
     *
     * @param row its references, dates, {@code exchange_rate}, {@code document_goods_value} and {@code document_tax_value},
     *     and its analysis, all values as on paper; they get the sign of the kind here
     */
    public ObjectNode post(Kind kind, ObjectNode customer, ObjectNode row) {
        row.put("customer_id", customer.path("id").asLong());
        row.put("trader_transaction_type", kind.sageName());
        row.put("posted_date", new Postings(company).today());
        row.put("user_name", new Postings(company).user());
        row.put("urn", new Postings(company).nextUrn());
        if (!kind.isDebit()) {
            negate(row);
        }
        value(row);
        Amounts.add(customer, "balance", Amounts.of(row, "document_gross_value"));
        company.touch(customer);
        return company.insert(TABLE, row);
    }

    private static void negate(ObjectNode row) {
        negate(row, DOCUMENT);
        row.path("tax_analysis_items")
                .forEach(item -> negate((ObjectNode) item, List.of("goods_amount", "tax_amount")));
        row.path("nominal_analysis_items").forEach(item -> negate((ObjectNode) item, List.of("value", "base_value")));
    }

    private static void negate(ObjectNode row, List<String> fields) {
        fields.forEach(field -> row.put(field, Amounts.of(row, field).negate()));
    }

    /** The gross value is goods and tax, in either currency. */
    private static void value(ObjectNode row) {
        BigDecimal rate = row.path("exchange_rate").decimalValue();
        for (String field : DOCUMENT) {
            BigDecimal value = Amounts.of(row, field);
            row.put(field, value);
            row.put(field.replace("document_", "base_"), Value.at(rate, value).base());
        }
        for (String currency : new String[] {"document_", "base_"}) {
            BigDecimal gross = Amounts.of(row, currency + "goods_value").add(Amounts.of(row, currency + "tax_value"));
            row.put(currency + "gross_value", gross);
            row.put(currency + "tax_discount_value", Amounts.ZERO);
            row.put(currency + "allocated_value", Amounts.ZERO);
        }
        row.set("document_outstanding_value", row.path("document_gross_value"));
        row.set("control_value_in_base_currency", row.path("base_gross_value"));
        if (outstanding(row).signum() == 0) {
            row.set("full_settlement_date", row.path("transaction_date"));
        }
    }

    static BigDecimal outstanding(JsonNode row) {
        return Amounts.of(row, "document_outstanding_value");
    }

    /** A row with the words of a document that its body or a user may leave out. */
    public static ObjectNode named(ObjectNode row, String reference, String secondReference) {
        row.put("queried", "");
        row.put("settled_immediately", false);
        return row.put("reference", reference).put("second_reference", secondReference);
    }
}
