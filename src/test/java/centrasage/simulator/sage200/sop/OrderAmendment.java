package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code PUT /sop_orders/{id}}: each line is saved by itself; at the first that fails the rest is left as it was. */
final class OrderAmendment {
    private final Site site;
    private final Company company;
    private final LineEntry lineEntry;
    private final Allocation allocation;
    private final OrderConfirmation confirmation;

    OrderAmendment(Site site, Company company) {
        this.site = site;
        this.company = company;
        this.lineEntry = new LineEntry(company, site.options());
        this.allocation = new Allocation(company);
        this.confirmation = new OrderConfirmation(company, site.options());
    }

    /** @param halfMade whether it breaks off after half of the lines, and the caller is refused */
    ObjectNode amend(long id, ObjectNode sent, boolean halfMade) {
        WriteCheck.ofAmendment().check(Orders.TABLE, sent);
        ObjectNode order =
                new Orders(site, company).forChange(id, sent.path("lock_id").asLong());
        checkIdentity(order, sent);
        new OrderHeader(company).apply(order, sent);
        company.touch(order);
        try {
            saveLines(order, sent, halfMade);
            Orders.showDespatched(order);
            Orders.showInvoiced(order);
        } finally {
            confirmation.totals(order);
            new CreditControl(company, site.options()).refresh(order);
        }
        saveMemos(order, sent);
        settle(order, sent);
        return order;
    }

    private static void checkIdentity(ObjectNode order, ObjectNode sent) {
        Refused.unless(
                !sent.has("id") || sent.path("id").asLong() == order.path("id").asLong(),
                "'id' is not the order of the path.");
        Refused.unless(
                !sent.has("customer_id")
                        || sent.path("customer_id").asLong()
                                == order.path("customer_id").asLong(),
                "'customer_id' cannot be changed.");
    }

    private void saveLines(ObjectNode order, ObjectNode sent, boolean halfMade) {
        JsonNode lines = sent.path("lines");
        int count = halfMade ? lines.size() / 2 : lines.size();
        for (int i = 0; i < count; i++) {
            saveLine(order, (ObjectNode) lines.get(i));
        }
        if (halfMade) {
            throw new Refusal(Response.message(
                    site.options().number("halfMadeStatus"),
                    "The order could not be saved: line " + (count + 1) + " failed."));
        }
        if (sent.path("is_to_sequence_lines").asBoolean()) {
            Orders.sequence(order);
        }
    }

    private void saveLine(ObjectNode order, ObjectNode sent) {
        boolean draft = order.path("is_draft").asBoolean();
        if (!sent.has("id")) {
            ObjectNode line = lineEntry.enter(order, sent);
            if (!draft) {
                allocation.allocate(line);
            }
            Orders.lines(order).add(line.put("line_number", Orders.lines(order).size() + 1));
            return;
        }
        int place = placeOf(Orders.lines(order), sent.path("id").asLong());
        ObjectNode line = (ObjectNode) Orders.lines(order).get(place);
        if (sent.path("is_to_delete").asBoolean()) {
            delete(order, line, place);
        } else {
            change(order, line, sent, draft);
        }
    }

    private void delete(ObjectNode order, ObjectNode line, int place) {
        boolean stays = site.options().is("amendDespatched") ? Orders.hasMoved(line) : Orders.hasMoved(order);
        Refused.unless(!stays, "The line cannot be deleted: the order is despatched or invoiced.");
        allocation.release(line);
        Orders.lines(order).remove(place);
    }

    private void change(ObjectNode order, ObjectNode line, ObjectNode sent, boolean draft) {
        ObjectNode changed = line.deepCopy();
        lineEntry.amend(order, changed, sent);
        boolean elsewhere = !changed.path("product_id").equals(line.path("product_id"))
                || !changed.path("warehouse_id").equals(line.path("warehouse_id"));
        if (elsewhere) {
            allocation.release(line);
            changed.set("allocated_quantity", line.path("allocated_quantity"));
        } else {
            allocation.releaseDownTo(
                    changed,
                    changed.path("line_quantity")
                            .decimalValue()
                            .subtract(changed.path("despatch_receipt_quantity").decimalValue())
                            .min(changed.path("allocated_quantity").decimalValue()));
        }
        if (!draft) {
            allocation.allocate(changed);
        }
        line.setAll(changed);
    }

    private static int placeOf(ArrayNode rows, long id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).path("id").asLong() == id) {
                return i;
            }
        }
        throw Refused.because("'id': no record with id " + id + " on this order.");
    }

    private void saveMemos(ObjectNode order, ObjectNode sent) {
        ArrayNode memos = order.withArray("/memos");
        for (JsonNode memo : sent.path("memos")) {
            if (memo.path("is_to_delete").asBoolean()) {
                memos.remove(placeOf(memos, memo.path("id").asLong()));
            } else if (memo.has("id")) {
                ((ObjectNode) memos.get(placeOf(memos, memo.path("id").asLong()))).setAll((ObjectNode) memo);
            } else {
                memos.add(new Memos(company).enter((ObjectNode) memo));
            }
        }
    }

    /** Without {@code is_editing} the order is confirmed and whoever had it open through the API lets go of it. */
    private void settle(ObjectNode order, ObjectNode sent) {
        if (sent.path("is_editing").asBoolean()) {
            return;
        }
        if (order.path("is_draft").asBoolean()) {
            confirmation.confirm(order);
        } else if (Orders.isOpen(order)) {
            new CreditControl(company, site.options()).judge(order);
        }
        new CreditControl(company, site.options()).refresh(order);
        company.locks().release(RecordLocks.order(order.path("id").asLong()));
    }
}
