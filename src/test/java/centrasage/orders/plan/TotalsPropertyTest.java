package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sold at whatever rate: Sage 200 arrives at Centra's total to the penny, however it rounds. */
public class TotalsPropertyTest {
    private static final int ORDERS = Integer.getInteger("orders.property.count", 100_000);
    private static final long SEED = Long.getLong("orders.property.seed", 20_261_123L);

    /** The tax codes of the test company: rates in hundredths of a percent. */
    private static final Map<Integer, Integer> RATES =
            Map.of(1, 2000, 2, 0, 3, 500, 111, 1900, 120, 2100, 127, 2500, 91, 0);

    /** Gift cards of which VAT is due when they are spent, so that orders paid with them are posted. */
    static final OrderRules RULES = new OrderRules(
            Samples.COMPANY,
            OrdersFrom.parse("2026-11-01"),
            Samples.rules().statuses(),
            Set.of(),
            OrderRules.Allocation.AVAILABLE,
            Samples.TOLERANCE,
            OrderRules.NegativeRounding.CHARGE_LINE,
            OrderRules.OnDifference.EXCEPTION,
            GiftCardRules.of("multi-purpose", "tender"),
            Samples.LONDON);

    @ParameterizedTest(name = "prices include VAT {0}, {1}")
    @CsvSource({"false, per-line", "false, per-tax-code", "true, per-line", "true, per-tax-code"})
    void sage_arrives_at_centras_totals(boolean inclusive, String vatRounding) throws MappingFaults {
        Tally tally = new Tally();
        AtomicReference<@Nullable NewSalesOrder> last = new AtomicReference<>();
        OrderPlanner planner = new OrderPlanner(document -> {
            last.set(document);
            return document.toString();
        });
        Mappings mappings = mappings(vatRounding);
        Site site = site(inclusive);
        for (int i = 0; i < ORDERS; i++) {
            long seed = SEED + i;
            RandomOrder random = new RandomOrder(seed);
            Order order = random.build();
            last.set(null);
            Plan plan = planner.plan(order, mappings, site, RULES);
            NewSalesOrder document = last.get();
            if (i % 10 == 0) {
                assertThat(planner.plan(order, mappings, site, RULES))
                        .as("planned again, seed %d", seed)
                        .isEqualTo(plan);
            }
            tally.count(plan, random, order, document, inclusive, vatRounding.equals("per-line"), seed);
        }
        System.out.printf("prices include VAT %s, %s, seeds from %d: %s%n", inclusive, vatRounding, SEED, tally);
        assertThat(tally.held.values().stream().mapToInt(Integer::intValue).sum())
                .as("held %s", tally.held)
                .isLessThan(ORDERS / 100);
    }

    private static Mappings mappings(String vatRounding) throws MappingFaults {
        return mappings(vatRounding, "");
    }

    /** @param nominals more rows of nominals.csv */
    static Mappings mappings(String vatRounding, String nominals) throws MappingFaults {
        StringBuilder vat =
                new StringBuilder("company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code\n");
        RATES.forEach((code, points) -> {
            if (code != 91) {
                vat.append("33,,,,,,")
                        .append(points / 100)
                        .append(",,")
                        .append(code)
                        .append('\n');
            }
        });
        return Mappings.parse(Map.of(
                "companies.csv",
                "company,vat_rounding,ship_from,handling_charge\n33," + vatRounding + ",GB,CARRIAGE\n",
                "accounts.csv",
                "store,market,currency,country,company,customer\n,,,,,CENTGBP1\n",
                "vat.csv",
                vat.toString(),
                "warehouses.csv",
                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n,,WEB,centra,yes,\n",
                "shipping.csv",
                "company,shipping_option,charge\n,,CARRIAGE\n",
                "nominals.csv",
                """
                company,purpose,detail,currency,nominal,cost_centre,department,tax_code
                ,rounding,ROUNDING,,4900,,,91
                ,gift-card,,,2250,,,91
                """ + nominals));
    }

    static Site site(boolean inclusive) {
        Site site = Samples.site(inclusive);
        Map<Integer, Site.TaxCode> codes = new HashMap<>();
        RATES.forEach((code, points) -> codes.put(code, new Site.TaxCode(code, code, BigDecimal.valueOf(points, 2))));
        Map<String, Long> products = new HashMap<>();
        for (int i = 0; i < RandomOrder.PRODUCTS; i++) {
            products.put("SKU" + i, (long) i);
        }
        return new Site(
                site.company(),
                inclusive,
                site.customers(),
                products,
                Set.of(),
                site.warehouses(),
                codes,
                site.countries(),
                site.charges());
    }

    /** What happened to the orders of one run. */
    private static final class Tally {
        private final Map<String, Integer> held = new TreeMap<>();
        private int posted;
        private int withRounding;
        private int vatPennyOff;
        private long largestRounding;

        void count(
                Plan plan,
                RandomOrder random,
                Order order,
                @Nullable NewSalesOrder document,
                boolean inclusive,
                boolean perLine,
                long seed) {
            if (plan instanceof Plan.Hold hold) {
                hold.reasons().forEach(reason -> held.merge(reason.code(), 1, Integer::sum));
                return;
            }
            assertThat(plan).as("seed %d", seed).isInstanceOf(Plan.Post.class);
            posted++;
            NewSalesOrder sent = Objects.requireNonNull(document);
            for (boolean halfEven : new boolean[] {false, true}) {
                SageModel.Result sage = new SageModel(inclusive, perLine, halfEven, RATES).compute(sent);
                assertThat(sage.gross()).as("gross, seed %d", seed).isEqualTo(minor(order.grandTotal()));
                assertThat(sage.vat())
                        .as("VAT announced, seed %d", seed)
                        .isEqualTo(minor(sent.vat().amount()));
                int off = vatOff(random, sage, seed);
                vatPennyOff += halfEven ? 0 : off;
            }
            rounding(order, sent, seed);
        }

        /** How many tax codes are a penny off; more than a penny is never right. */
        private static int vatOff(RandomOrder random, SageModel.Result sage, long seed) {
            Map<Integer, Long> wanted = random.vatByCode(RATES);
            int off = 0;
            for (Map.Entry<Integer, Long> code : wanted.entrySet()) {
                long difference = Math.abs(code.getValue() - sage.vatByCode().getOrDefault(code.getKey(), 0L));
                long allowed = random.isShared() ? 30 : 1;
                assertThat(difference)
                        .as("VAT of code %d, seed %d", code.getKey(), seed)
                        .isLessThanOrEqualTo(allowed);
                off += random.isShared() ? 0 : (int) difference;
            }
            return off;
        }

        private void rounding(Order order, NewSalesOrder sent, long seed) {
            var lines = sent.lines().stream()
                    .filter(line -> line.type() == LineType.CHARGE && "ROUNDING".equals(line.code()))
                    .toList();
            assertThat(lines).as("rounding lines, seed %d", seed).hasSizeLessThanOrEqualTo(1);
            for (NewSalesOrder.Line line : lines) {
                withRounding++;
                long size = Math.abs(minor(line.unitPrice()));
                int priced = order.lines().size()
                        + order.totals().shipping().signum()
                        + order.totals().handling().signum();
                assertThat(size).as("rounding, seed %d", seed).isPositive().isLessThanOrEqualTo(5L * priced);
                largestRounding = Math.max(largestRounding, size);
            }
        }

        private static long minor(BigDecimal amount) {
            return amount.movePointRight(2).longValueExact();
        }

        @Override
        public String toString() {
            return posted + " posted, 0 pennies off in the gross, " + vatPennyOff + " tax codes a penny off, "
                    + withRounding + " rounding lines of at most " + largestRounding + " pennies, held " + held;
        }
    }
}
