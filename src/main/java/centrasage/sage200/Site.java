package centrasage.sage200;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What one Sage company holds, read once for a run: what a planner checks codes against, and what resolves them to ids.
 *
 * @param pricesIncludeTax the company's {@code sop_settings.are_prices_tax_inclusive}
 * @param customers by account reference
 * @param products ids by code
 * @param inactiveProducts codes that exist and may not be sold
 * @param taxCodes by code number
 * @param countries ids by ISO alpha-2 code
 * @param charges ids by code of additional charges
 */
public record Site(
        String company,
        boolean pricesIncludeTax,
        Map<String, Customer> customers,
        Map<String, Long> products,
        Set<String> inactiveProducts,
        Map<String, Long> warehouses,
        Map<Integer, TaxCode> taxCodes,
        Map<String, Long> countries,
        Map<String, Long> charges) {

    public record Customer(long id, String reference, String currency, boolean onHold) {}

    public record TaxCode(long id, int code, BigDecimal rate) {}
}
