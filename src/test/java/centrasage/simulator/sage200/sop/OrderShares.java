package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.posting.Account;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a part of an order is worth, by tax code and by nominal account.
 *
 * <p>The whole of an order is worth exactly its totals. Whoever invoices it in parts takes what is worth so far and subtracts
 * what was invoiced before, so that the parts add up to the penny.
 */
public final class OrderShares {
    /** Pence net and pence of tax. */
    public record Taxed(long net, long tax) {
        Taxed plus(Taxed other) {
            return new Taxed(net + other.net, tax + other.tax);
        }

        public Taxed minus(Taxed other) {
            return new Taxed(net - other.net, tax - other.tax);
        }
    }

    /** The tax codes by id and the nominal accounts with their pence; both add up to the same net. */
    public record Share(Map<Long, Taxed> byTaxCode, Map<Account, Long> byNominal) {}

    private final Company company;
    private final TaxPolicy policy;

    public OrderShares(Site site, Company company) {
        this.company = company;
        this.policy = TaxPolicy.of(company, site.options());
    }

    /** The worth of so much of each line. */
    public Share of(ObjectNode order, Function<ObjectNode, BigDecimal> quantity) {
        Map<Long, Taxed> charged = new TreeMap<>();
        Map<Account, Long> byNominal = new LinkedHashMap<>();
        long discountPercent = Scaled.of(order.path("document_discount_percent"), Scaled.PENCE);
        for (JsonNode each : Orders.lines(order)) {
            ObjectNode line = (ObjectNode) each;
            if (quantity.apply(line).signum() > 0) {
                Taxed part = part(line, discountPercent, quantity.apply(line));
                charged.merge(line.path("tax_code_id").asLong(), part, Taxed::plus);
                byNominal.merge(Account.ofRecord(line, "nominal_"), net(part), Long::sum);
            }
        }
        Map<Long, Taxed> byTaxCode = new TreeMap<>();
        charged.forEach((code, sum) -> byTaxCode.put(code, taxed(code, sum)));
        settlePennies(byTaxCode, byNominal);
        return new Share(byTaxCode, byNominal);
    }

    /** A part of a line: what is charged for it, in the price convention of the company, and its own tax. */
    private Taxed part(ObjectNode line, long discountPercent, BigDecimal quantity) {
        long value = Scaled.of(line.path("line_total_value"), Scaled.PENCE);
        boolean goods = LineTypes.isGoods(line.path("line_type").asText());
        long charged = value - (goods ? policy.share(value, discountPercent) : 0);
        long tax = Scaled.of(line.path("line_tax_value"), Scaled.PENCE);
        BigDecimal whole = Orders.invoiceable(line);
        return new Taxed(share(charged, quantity, whole), share(tax, quantity, whole));
    }

    private long share(long pence, BigDecimal quantity, BigDecimal whole) {
        BigInteger units = quantity.movePointRight(Scaled.FIVE).toBigIntegerExact();
        BigInteger all = whole.movePointRight(Scaled.FIVE).toBigIntegerExact();
        return policy.divide(BigInteger.valueOf(pence).multiply(units), all);
    }

    private long net(Taxed charged) {
        return policy.inclusive() ? charged.net() - charged.tax() : charged.net();
    }

    private Taxed taxed(long taxCode, Taxed charged) {
        long tax = policy.perTaxCode() ? policy.tax(charged.net(), rate(taxCode)) : charged.tax();
        return new Taxed(policy.inclusive() ? charged.net() - tax : charged.net(), tax);
    }

    private long rate(long taxCode) {
        ObjectNode row = company.row("tax_codes", taxCode);
        return row == null ? 0 : Scaled.of(row.path("tax_rate"), Scaled.PENCE);
    }

    /** Where VAT is rounded once for each tax code and prices contain it, the accounts of the lines miss pennies. */
    private static void settlePennies(Map<Long, Taxed> byTaxCode, Map<Account, Long> byNominal) {
        long net = byTaxCode.values().stream().mapToLong(Taxed::net).sum();
        long spread = byNominal.values().stream().mapToLong(Long::longValue).sum();
        for (Entry<Account, Long> first : byNominal.entrySet()) {
            first.setValue(first.getValue() + net - spread);
            return;
        }
    }
}
