package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** {@code POST /sop_confirm_despatch}: all of it or, unless a fault strikes half-way, nothing. */
public final class DespatchEntry {
    private final Site site;
    private final Company company;
    private final DespatchRules rules;
    private final DespatchStock stock;

    public DespatchEntry(Site site, Company company) {
        this.site = site;
        this.company = company;
        this.rules = new DespatchRules(site, company);
        this.stock = new DespatchStock(site, company);
    }

    /**
     * Despatches.
     *
     * @param user who does it
     * @param halfMade whether it breaks off after half of the lines, and the caller is refused
     * @return the despatch note
     */
    public ObjectNode despatch(ObjectNode sent, String user, boolean halfMade) {
        ObjectNode order = rules.order(sent);
        List<LineQuantity> quantities = rules.quantities(order, sent);
        ObjectNode tracking = rules.tracking(order, sent);
        stock.check(quantities);
        List<LineQuantity> done = halfMade ? quantities.subList(0, quantities.size() / 2) : quantities;
        if (done.isEmpty()) {
            throw brokenOff();
        }
        Receipts receipts = new Receipts(company);
        ObjectNode note = receipts.add(order, done, user, date(sent));
        done.forEach(each -> confirm(each.line(), each.quantity()));
        receipts.track(note, tracking);
        Orders.showDespatched(order);
        company.touch(order);
        if (halfMade) {
            throw brokenOff();
        }
        return note;
    }

    private String date(ObjectNode sent) {
        return sent.has("despatch_receipt_date")
                ? sent.path("despatch_receipt_date").asText()
                : Moments.documentDate(LocalDate.now(company.clock()));
    }

    private void confirm(ObjectNode line, BigDecimal quantity) {
        stock.move(line, quantity);
        BigDecimal despatched = Quantities.of(line, "despatch_receipt_quantity").add(quantity);
        line.put("despatch_receipt_quantity", despatched);
        line.put("stock_unit_despatch_receipt_quantity", despatched);
        line.put("is_line_deletable", false);
        company.touch(line);
    }

    private Refusal brokenOff() {
        return new Refusal(
                Response.message(site.options().number("halfMadeStatus"), "The despatch could not be completed."));
    }
}
