package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /sop_orders}. */
final class OrderEntry {
    private final Site site;
    private final Company company;
    private final OrderHeader header;
    private final LineEntry lineEntry;
    private final OrderConfirmation confirmation;

    OrderEntry(Site site, Company company) {
        this.site = site;
        this.company = company;
        this.header = new OrderHeader(company);
        this.lineEntry = new LineEntry(company, site.options());
        this.confirmation = new OrderConfirmation(company, site.options());
    }

    /** The new order; when {@code halfMade} it stays a draft with half of its lines, and the caller is refused. */
    ObjectNode create(ObjectNode sent, boolean halfMade) {
        WriteCheck.ofNew().check(Orders.TABLE, sent);
        ObjectNode customer = customer(sent);
        ObjectNode order = header.defaults(customer);
        header.apply(order, sent);
        number(order, sent);
        order.put("id", company.newId());
        if (halfMade) {
            throw leaveHalfMade(order, sent);
        }
        try {
            addLines(order, sent, sent.path("lines").size());
            settle(order, sent);
        } catch (Refusal refusal) {
            leaveDraft(order);
            throw refusal;
        }
        return keep(order);
    }

    private ObjectNode customer(ObjectNode sent) {
        Refused.unless(sent.has("customer_id"), "'customer_id' is required.");
        ObjectNode customer =
                company.named("customers", sent.path("customer_id").asLong(), "customer_id");
        Refused.unless(
                customer.path("account_status_type").asText().equals("AccountStatusActive"),
                "'customer_id': the account is hidden.");
        if (site.options().is("customerLockBlocksOrders")) {
            new Orders(site, company)
                    .mustBeFree(RecordLocks.customer(customer.path("id").asLong()), 0);
        }
        return customer;
    }

    /** With automatic numbers on, what the caller sends is ignored. */
    private void number(ObjectNode order, ObjectNode sent) {
        if (new Permissions(company).allows("auto_generate_order_return_numbers")) {
            order.put("document_no", company.newDocumentNo());
            return;
        }
        String number = sent.path("document_no").asText();
        Refused.unless(!number.isEmpty(), "'document_no' is required: automatic numbers are off.");
        Refused.unless(
                company.table(Orders.TABLE).firstWith("document_no", number) == null,
                "'document_no': there is an order " + number + " already.");
        order.put("document_no", number);
    }

    private void addLines(ObjectNode order, ObjectNode sent, int count) {
        for (int i = 0; i < count; i++) {
            Orders.lines(order)
                    .add(lineEntry.enter(order, (ObjectNode) sent.path("lines").get(i)));
        }
        Orders.sequence(order);
        for (JsonNode memo : sent.path("memos")) {
            order.withArray("/memos").add(new Memos(company).enter((ObjectNode) memo));
        }
    }

    private void settle(ObjectNode order, ObjectNode sent) {
        if (sent.path("is_editing").asBoolean()) {
            confirmation.totals(order);
        } else {
            confirmation.confirm(order);
        }
    }

    /** Whether a refused order leaves a draft behind is not known: a site's choice here. */
    private void leaveDraft(ObjectNode order) {
        if (site.options().is("draftOnFailure")) {
            confirmation.totals(order);
            keep(order);
        }
    }

    private Refusal leaveHalfMade(ObjectNode order, ObjectNode sent) {
        addLines(order, sent, sent.path("lines").size() / 2);
        confirmation.totals(order);
        keep(order);
        return new Refusal(Response.message(
                site.options().number("halfMadeStatus"),
                "The order could not be completed: line " + (order.path("lines").size() + 1) + " failed."));
    }

    private ObjectNode keep(ObjectNode order) {
        company.insert(Orders.TABLE, order);
        new CreditControl(company, site.options()).refresh(order);
        return order;
    }
}
