package centrasage.simulation;

import centrasage.flow.OrdersFrom;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.orders.check.Tolerance;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One shop and one company, and how they are mapped: the same in every history. */
final class Shop {
    static final String COMPANY = "33";
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final List<String> PRODUCTS = List.of("COAT", "SCARF", "BOOTS", "SOCKS");
    static final Map<String, Long> COURIERS = Map.of("DHL", 1L, "UPS", 2L);
    static final List<String> CARRIERS = List.of("DHL", "UPS", "Bicycle");
    static final Mappings MAPPINGS = mappings();
    static final Site SITE = site();

    static final OrderRules RULES = new OrderRules(
            COMPANY,
            OrdersFrom.parse("2026-11-01"),
            Set.of("CONFIRMED", "PROCESSING", "SHIPPED"),
            Set.of(),
            OrderRules.Allocation.AVAILABLE,
            new Tolerance(new BigDecimal("0.05"), new BigDecimal("2.00")),
            OrderRules.NegativeRounding.CHARGE_LINE,
            OrderRules.OnDifference.CORRECT,
            GiftCardRules.of("", "tender"),
            ZONE);

    private Shop() {}

    static long productId(String product) {
        return PRODUCTS.indexOf(product) + 1L;
    }

    private static Mappings mappings() {
        try {
            return Mappings.parse(Map.of(
                    "companies.csv",
                    "company,vat_rounding,ship_from,handling_charge\n33,per-line,GB,CARRIAGE\n",
                    "accounts.csv",
                    "store,market,currency,country,company,customer\n,,,,,CENTGBP1\n",
                    "vat.csv",
                    """
                    company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code
                    33,,,,,,20,,1
                    33,,,,,,5,,3
                    33,,,,,,0,,2
                    """,
                    "warehouses.csv",
                    "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n,,WEB,centra,yes,\n",
                    "shipping.csv",
                    "company,shipping_option,charge\n,,CARRIAGE\n",
                    "nominals.csv",
                    "company,purpose,detail,currency,nominal,cost_centre,department,tax_code\n"
                            + ",rounding,ROUNDING,,4900,,,91\n"));
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private static Site site() {
        return new Site(
                COMPANY,
                false,
                Map.of("CENTGBP1", new Site.Customer(1, "CENTGBP1", "GBP", false)),
                PRODUCTS.stream().collect(Collectors.toMap(product -> product, Shop::productId)),
                Set.of(),
                Map.of("WEB", 1L),
                Map.of(1, rate(1, "20"), 2, rate(2, "0"), 3, rate(3, "5"), 91, rate(91, "0")),
                Map.of("GB", 1L),
                Map.of("CARRIAGE", 1L, "ROUNDING", 2L));
    }

    private static Site.TaxCode rate(int code, String rate) {
        return new Site.TaxCode(code, code, new BigDecimal(rate));
    }
}
