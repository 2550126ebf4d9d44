package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Writes an allocation into the documents that it settles, and keeps it for auditors. */
final class Settlement {
    static final String TABLE = "_sales_allocations";

    private final Company company;

    Settlement(Company company) {
        this.company = company;
    }

    void settle(ObjectNode customer, List<AllocationLine> lines, String date) {
        ObjectNode session = session(customer, date);
        lines.forEach(line -> {
            settle(line.row(), line.value(), date);
            record(session, line.row(), line.value());
        });
        lines.forEach(line -> show(session, line.row()));
    }

    private void settle(ObjectNode row, BigDecimal value, String date) {
        Amounts.add(row, "document_allocated_value", value);
        BigDecimal allocated = Amounts.of(row, "document_allocated_value");
        BigDecimal outstanding = Amounts.of(row, "document_gross_value").subtract(allocated);
        row.put("document_outstanding_value", outstanding);
        boolean settled = outstanding.signum() == 0;
        BigDecimal base =
                Value.at(row.path("exchange_rate").decimalValue(), allocated).base();
        row.put("base_allocated_value", settled ? Amounts.of(row, "base_gross_value") : base);
        if (settled) {
            row.put("full_settlement_date", date);
        }
        ObjectNode item = row.withArray("/allocation_history_items").addObject();
        item.put("id", company.newId()).put("entry_date", date);
        item.put("allocation_value", value).put("nominal_updated", true);
        item.set("exchange_rate", row.path("exchange_rate"));
        item.put("exchange_gain_loss", Amounts.ZERO);
        item.put("date_time_created", company.now()).put("date_time_updated", company.now());
        company.touch(row);
    }

    private ObjectNode session(ObjectNode customer, String date) {
        ObjectNode session = Json.object()
                .put("customer_id", customer.path("id").asLong())
                .put("allocation_date", date)
                .put("urn", new Postings(company).nextUrn());
        session.putArray("lines");
        return company.insert(TABLE, session);
    }

    private static void record(ObjectNode session, ObjectNode row, BigDecimal value) {
        ObjectNode line = session.withArray("/lines").addObject();
        line.put("posted_tran_id", row.path("id").asLong());
        for (String field : new String[] {"trader_transaction_type", "reference", "second_reference", "urn"}) {
            line.set(field, row.path(field));
        }
        line.put("value", value);
    }

    /** A document shows the others that it was allocated with. */
    private void show(ObjectNode session, ObjectNode row) {
        for (JsonNode line : session.path("lines")) {
            if (line.path("posted_tran_id").asLong() != row.path("id").asLong()) {
                ObjectNode item = row.withArray("/allocation_session_items").addObject();
                item.put("user_name", new Postings(company).user()).put("ledger_type", "LedgerSales");
                item.set("urn", line.path("urn"));
                item.set("allocation_date", session.path("allocation_date"));
                item.set("trader_transaction_type", line.path("trader_transaction_type"));
                item.set("reference", line.path("reference"));
                item.set("value", line.path("value"));
                item.set("allocation_value", line.path("value"));
            }
        }
    }
}
