package centrasage.simulator.sage200.despatch;

import centrasage.simulator.sage200.data.Company;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Marks despatched lines that were invoiced, the earliest despatch first; one that is invoiced in part is not. */
public final class InvoicedDespatches {
    private final Company company;

    public InvoicedDespatches(Company company) {
        this.company = company;
    }

    /** @param line a line of an order, with all that was invoiced of it so far */
    public void mark(ObjectNode line) {
        BigDecimal invoiced = Quantities.of(line, "invoice_credit_quantity");
        for (ObjectNode note : new Receipts(company).all().toList()) {
            if (note.path("_order_id").equals(line.path("sop_order_id"))) {
                for (ObjectNode each : Receipts.linesOf(note)) {
                    invoiced = each.path("line_id").equals(line.path("id"))
                            ? invoiced.subtract(mark(each, invoiced))
                            : invoiced;
                }
            }
        }
    }

    private static BigDecimal mark(ObjectNode despatched, BigDecimal invoiced) {
        BigDecimal quantity = Quantities.of(despatched, "quantity");
        despatched.put("is_invoiced", invoiced.compareTo(quantity) >= 0);
        return quantity;
    }
}
