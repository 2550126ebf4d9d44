package centrasage.orders.plan;

import centrasage.flow.OrdersFrom;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.orders.check.Tolerance;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What planner tests share: the documented example mappings, a Sage company that fits them, and usual rules. */
public final class Samples {
    static final String COMPANY = "33";
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The defaults. */
    static final Tolerance TOLERANCE = new Tolerance(new BigDecimal("0.05"), new BigDecimal("2.00"));

    private Samples() {}

    public static Mappings mappings() {
        try {
            return SeedFolder.load(Path.of("docs/example-mappings"));
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    public static OrderRules rules() {
        return new OrderRules(
                COMPANY,
                OrdersFrom.parse("2026-11-01"),
                Set.of("CONFIRMED", "PROCESSING", "SHIPPED"),
                Set.of(),
                OrderRules.Allocation.AVAILABLE,
                TOLERANCE,
                OrderRules.NegativeRounding.CHARGE_LINE,
                OrderRules.OnDifference.EXCEPTION,
                GiftCardRules.of("", "tender"),
                LONDON);
    }

    public static Site site() {
        return site(false);
    }

    static Site site(boolean pricesIncludeTax) {
        Map<String, Site.Customer> customers = new HashMap<>();
        for (String currency : new String[] {"GBP", "EUR", "SEK", "USD"}) {
            String reference = "CENT" + currency + "1";
            customers.put(reference, new Site.Customer(1, reference, currency, false));
        }
        return new Site(
                COMPANY,
                pricesIncludeTax,
                customers,
                Map.of("AW1010-NAV-M", 1L, "AW1001-WHT-S", 2L, "OLD-1", 3L),
                Set.of("OLD-1"),
                Map.of("WEB", 1L, "HOME", 2L),
                taxCodes(),
                Map.of("GB", 1L, "DE", 2L, "SE", 3L, "EL", 4L, "GR", 4L),
                Map.of("CARRIAGE", 1L, "ROUNDING", 2L, "HANDLING", 3L, "GIFT-WRAP", 4L, "GIFTCARD", 5L));
    }

    private static Map<Integer, Site.TaxCode> taxCodes() {
        Map<Integer, Site.TaxCode> codes = new HashMap<>();
        Map.of(0, "0", 1, "20", 2, "0", 3, "5", 90, "0", 91, "0", 111, "19", 112, "24", 127, "25.00")
                .forEach((code, rate) -> codes.put(code, new Site.TaxCode(code, code, new BigDecimal(rate))));
        return codes;
    }
}
