package centrasage.simulator.sage200.despatch;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Marks despatched lines that were invoiced, the earliest despatch first; one that is invoiced in part is not. */
public final class InvoicedDespatches {
    private final Company company;

    public InvoicedDespatches(Company company) {
        this.company = company;
    }

    /** @param order whose lines say how much of them was invoiced so far */
    public void mark(ObjectNode order) {
        Map<Long, BigDecimal> invoiced = new HashMap<>();
        for (JsonNode line : Orders.lines(order)) {
            invoiced.put(line.path("id").asLong(), Quantities.of(line, "invoice_credit_quantity"));
        }
        new Receipts(company)
                .all()
                .filter(note -> note.path("_order_id").equals(order.path("id")))
                .flatMap(note -> Receipts.linesOf(note).stream())
                .forEach(despatched -> invoiced.computeIfPresent(
                        despatched.path("line_id").asLong(), (line, quantity) -> mark(despatched, quantity)));
    }

    /** What is left for the despatches that follow. */
    private static BigDecimal mark(ObjectNode despatched, BigDecimal invoiced) {
        BigDecimal left = invoiced.subtract(Quantities.of(despatched, "quantity"));
        despatched.put("is_invoiced", left.signum() >= 0);
        return left;
    }
}
