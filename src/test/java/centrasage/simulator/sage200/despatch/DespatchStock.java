package centrasage.simulator.sage200.despatch;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Holdings;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.sop.Allocation;
import centrasage.simulator.sage200.sop.LineTypes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stock behind a despatch: what is allocated to the lines and, where the site lets it, what is free. */
final class DespatchStock {
    private final Company company;
    private final Holdings holdings;
    private final Allocation allocation;
    private final boolean needsAllocation;

    DespatchStock(Site site, Company company) {
        this.company = company;
        this.holdings = new Holdings(company);
        this.allocation = new Allocation(company);
        this.needsAllocation = site.options().is("despatchNeedsAllocation");
    }

    /** Refuses when a line lacks stock; two lines of one article share what is free of it. */
    void check(List<LineQuantity> quantities) {
        Map<Long, BigDecimal> taken = new HashMap<>();
        quantities.forEach(each -> {
            ObjectNode line = each.line();
            BigDecimal quantity = each.quantity();
            BigDecimal missing = missing(line, quantity);
            if (isStocked(line) && missing.signum() > 0) {
                String code = line.path("code").asText();
                Refused.unless(
                        !needsAllocation,
                        "There is not enough allocated stock of " + code + " to despatch " + Quantities.shown(quantity)
                                + ": " + Quantities.shown(Quantities.of(line, "allocated_quantity")) + " allocated.");
                ObjectNode holding = holding(line);
                BigDecimal wanted = taken.merge(holding.path("id").asLong(), missing, BigDecimal::add);
                Refused.unless(
                        wanted.compareTo(holdings.free(holding)) <= 0,
                        "There is not enough free stock of " + code + " to despatch " + Quantities.shown(quantity)
                                + ".");
            }
        });
    }

    void move(ObjectNode line, BigDecimal quantity) {
        if (!isStocked(line)) {
            return;
        }
        allocation.take(line, missing(line, quantity).max(BigDecimal.ZERO));
        boolean leaves = company.settings("sop_settings")
                .path("update_stock_on_despatch")
                .asBoolean();
        allocation.despatch(line, quantity, leaves);
    }

    private ObjectNode holding(ObjectNode line) {
        ObjectNode holding = holdings.of(
                line.path("product_id").asLong(), line.path("warehouse_id").asLong());
        if (holding == null) {
            throw Refused.because(line.path("code").asText() + " is not held in the warehouse of its line.");
        }
        return holding;
    }

    private static BigDecimal missing(ObjectNode line, BigDecimal quantity) {
        return quantity.subtract(Quantities.of(line, "allocated_quantity"));
    }

    private static boolean isStocked(ObjectNode line) {
        return line.path("line_type").asText().equals(LineTypes.STANDARD);
    }
}
