package centrasage.simulator.sage200.ledger;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /sales_allocations}: sets debits of a customer off against his credits, never more than is outstanding of each.
 *
 * <p>Which sign the line of a receipt or credit note carries is not known: a site's choice here. In the posted rows allocated
 * values have the sign of the row.
 */
final class Allocations {
    private final Site site;
    private final Company company;

    Allocations(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    /** Allocates, and returns the date of it. */
    String allocate(ObjectNode sent) {
        WriteCheck.ofNew().check("sales_allocations", sent);
        Amounts.required(sent, "customer_id", "allocation_lines");
        Refused.unless(!sent.path("allocation_lines").isEmpty(), "'allocation_lines' is required.");
        ObjectNode customer = new Debtors(site, company).forPosting(sent);
        List<AllocationLine> lines = lines(customer, sent);
        BigDecimal net = lines.stream().map(AllocationLine::value).reduce(Amounts.ZERO, BigDecimal::add);
        Refused.unless(
                net.signum() == 0,
                "'allocation_lines': debits and credits must be equal; they differ by " + net.toPlainString() + ".");
        String date = new Postings(company).date(sent, "allocation_date", "LedgerSales");
        new Settlement(company).settle(customer, lines, date);
        return date;
    }

    /** What each document is to be allocated, with the sign of its row. */
    private List<AllocationLine> lines(ObjectNode customer, ObjectNode sent) {
        Map<Long, BigDecimal> byId = new LinkedHashMap<>();
        for (int i = 0; i < sent.path("allocation_lines").size(); i++) {
            JsonNode line = sent.path("allocation_lines").path(i);
            String path = "allocation_lines[" + i + "].";
            Refused.unless(line.has("posted_tran_id"), "'" + path + "posted_tran_id' is required.");
            Refused.unless(line.has("value_to_allocate"), "'" + path + "value_to_allocate' is required.");
            ObjectNode row = row(customer, line.path("posted_tran_id").asLong(), path + "posted_tran_id");
            byId.merge(row.path("id").asLong(), signed(row, line, path), BigDecimal::add);
        }
        List<AllocationLine> lines = new ArrayList<>();
        byId.forEach((id, value) -> {
            ObjectNode row = row(customer, id, "posted_tran_id");
            Refused.unless(
                    value.abs().compareTo(SalesLedger.outstanding(row).abs()) <= 0,
                    "'value_to_allocate': " + value.abs().toPlainString() + " is more than what is outstanding of "
                            + row.path("reference").asText() + ": "
                            + SalesLedger.outstanding(row).abs().toPlainString() + ".");
            lines.add(new AllocationLine(row, value));
        });
        return lines;
    }

    private ObjectNode row(ObjectNode customer, long id, String field) {
        ObjectNode row = company.named(SalesLedger.TABLE, id, field);
        Refused.unless(
                row.path("customer_id").equals(customer.path("id")),
                "'" + field + "': the transaction " + id + " is not the customer's.");
        return row;
    }

    private BigDecimal signed(ObjectNode row, JsonNode line, String path) {
        BigDecimal value = Amounts.of(line, "value_to_allocate");
        boolean credit = Amounts.of(row, "document_gross_value").signum() < 0;
        boolean negative = credit && site.options().is("allocationSigns", "signed");
        Refused.unless(
                value.signum() == (negative ? -1 : 1),
                "'" + path + "value_to_allocate' must be " + (negative ? "below" : "above") + " 0.");
        return credit && !negative ? value.negate() : value;
    }
}
