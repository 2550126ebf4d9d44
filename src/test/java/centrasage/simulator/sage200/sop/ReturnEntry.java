package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /sop_returns}: an order the other way round, with quantities above zero, that takes no stock and no credit limit. */
public final class ReturnEntry {
    public static final String TABLE = "sop_returns";

    private final Site site;
    private final Company company;
    private final OrderHeader header;
    private final LineEntry lineEntry;

    ReturnEntry(Site site, Company company) {
        this.site = site;
        this.company = company;
        this.header = new OrderHeader(company);
        this.lineEntry = new LineEntry(company, site.options());
    }

    /** The new return; when {@code halfMade} it stays a draft with half of its lines, and the caller is refused. */
    ObjectNode create(ObjectNode sent, boolean halfMade) {
        WriteCheck.ofNew().check(Orders.TABLE, sent);
        Refused.unless(sent.has("customer_id"), "'customer_id' is required.");
        ObjectNode customer =
                company.named("customers", sent.path("customer_id").asLong(), "customer_id");
        ObjectNode made = header.defaults(customer);
        header.apply(made, sent);
        made.put("document_no", company.newDocumentNo()).put("id", company.newId());
        if (halfMade) {
            throw leaveHalfMade(made, sent);
        }
        Refused.unless(!sent.path("lines").isEmpty(), "'lines': a return needs at least one line.");
        addLines(made, sent, sent.path("lines").size());
        new Orders(site, company).recompute(made);
        Refused.unless(
                made.path("total_gross_value").decimalValue().signum() >= 0, "The return must not be below zero.");
        made.put("is_draft", false).put("document_status", "EnumDocumentStatusLive");
        return company.insert(TABLE, made);
    }

    private void addLines(ObjectNode made, ObjectNode sent, int count) {
        for (int i = 0; i < count; i++) {
            JsonNode line = sent.path("lines").get(i);
            Refused.unless(!line.has("to_allocate_quantity"), "'to_allocate_quantity' cannot be set for a return.");
            Orders.lines(made).add(lineEntry.enter(made, (ObjectNode) line));
        }
        Orders.sequence(made);
    }

    private Refusal leaveHalfMade(ObjectNode made, ObjectNode sent) {
        addLines(made, sent, sent.path("lines").size() / 2);
        new Orders(site, company).recompute(made);
        company.insert(TABLE, made);
        return new Refusal(Response.message(
                site.options().number("halfMadeStatus"),
                "The return could not be completed: line " + (made.path("lines").size() + 1) + " failed."));
    }
}
