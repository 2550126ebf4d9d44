package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Computes an order's values and VAT from its lines; nothing that a caller sent about totals takes part. */
final class OrderTotals {
    /** The running sums of one order, in pence, in the company's price convention. */
    private static final class Sums {
        private final Map<Long, Long> chargedByTaxCode = new TreeMap<>();
        private long charged;
        private long discount;
        private long lineTax;
        private long charges;
        private long chargesTax;
    }

    private final Company company;
    private final TaxPolicy policy;

    OrderTotals(Company company, TaxPolicy policy) {
        this.company = company;
        this.policy = policy;
    }

    void compute(ObjectNode order) {
        Sums sums = new Sums();
        long discountPercent = Scaled.of(order.path("document_discount_percent"), Scaled.PENCE);
        for (JsonNode line : order.path("lines")) {
            add(sums, (ObjectNode) line, discountPercent);
        }
        long tax = policy.perTaxCode() ? taxByCode(sums) : sums.lineTax;
        long net = policy.inclusive() ? sums.charged - tax : sums.charged;
        long chargesNet = policy.inclusive() ? sums.charges - sums.chargesTax : sums.charges;
        put(order, "subtotal_discount_value", sums.discount);
        put(order, "subtotal_charge_net_value", chargesNet);
        put(order, "subtotal_charge_tax_value", sums.chargesTax);
        put(order, "subtotal_goods_value", net + sums.discount - chargesNet);
        put(order, "total_net_value", net);
        put(order, "total_tax_value", tax);
        put(order, "total_gross_value", net + tax);
    }

    private void add(Sums sums, ObjectNode line, long discountPercent) {
        long value = new LineValue(policy).apply(line);
        // The document discount reduces goods, not carriage.
        boolean goods = LineTypes.isGoods(line.path("line_type").asText());
        long discount = goods ? policy.share(value, discountPercent) : 0;
        long taxCode = line.path("tax_code_id").asLong();
        long tax = policy.tax(value - discount, rate(taxCode));
        put(line, "line_tax_value", tax);
        sums.charged += value - discount;
        sums.discount += discount;
        sums.lineTax += tax;
        sums.charges += goods ? 0 : value;
        sums.chargesTax += goods ? 0 : tax;
        sums.chargedByTaxCode.merge(taxCode, value - discount, Long::sum);
    }

    private long taxByCode(Sums sums) {
        long tax = 0;
        for (Map.Entry<Long, Long> charged : sums.chargedByTaxCode.entrySet()) {
            tax += policy.tax(charged.getValue(), rate(charged.getKey()));
        }
        return tax;
    }

    private long rate(long taxCodeId) {
        ObjectNode taxCode = company.row("tax_codes", taxCodeId);
        return taxCode == null ? 0 : Scaled.of(taxCode.path("tax_rate"), Scaled.PENCE);
    }

    private static void put(ObjectNode row, String field, long pence) {
        row.put(field, Scaled.decimal(pence, Scaled.PENCE));
    }
}
