package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.orders.check.ByHand;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that ought to be posted and cannot be: each situation gives its own reason, and no other. */
class HoldTest {
    private final OrderPlanner planner = new OrderPlanner(document -> "");

    static Stream<Arguments> standing() {
        return Stream.of(
                held("unknown status", "UNKNOWN_STATUS", draft -> draft.status = "MELTED"),
                held("unknown hold reason", "UNKNOWN_HOLD_REASON", draft -> {
                    draft.onHold = true;
                    draft.holdReason = "SOMETHING_NEW";
                }),
                held("wholesale to no account of its own", "RESELLER_NOT_MAPPED", draft -> {
                    draft.storeType = "WHOLESALE";
                    draft.customer = null;
                    draft.reseller = new Order.Reseller("Boutique Nord", null);
                    draft.paid();
                }),
                held("wholesale without an account", "NO_RESELLER", draft -> {
                    draft.storeType = "WHOLESALE";
                    draft.customer = null;
                }),
                held("unknown store type", "UNKNOWN_STORE_TYPE", draft -> draft.storeType = "MARKETPLACE"));
    }

    static Stream<Arguments> content() {
        return Stream.of(
                held(
                        "gift certificate",
                        "GIFT_CARD_VAT",
                        draft -> draft.withoutShipping()
                                .with(OrderDraft.like(
                                        OrderDraft.line("GIFT50", 1, "50.00", "0.00", "0"),
                                        "GiftCertificateOrderLine",
                                        1,
                                        0,
                                        null))),
                held("bundle without items", "BUNDLE_WITHOUT_ITEMS", lineOfType("BundleOrderLine")),
                held("unknown line type", "UNKNOWN_LINE_TYPE", lineOfType("SubscriptionOrderLine")),
                held("no lines", "NO_LINES", draft -> draft.lines.clear()),
                held("quantity 0", "BAD_QUANTITY", quantity(0)),
                held("quantity below 0", "BAD_QUANTITY", quantity(-1)),
                held("discount of a new kind", "UNKNOWN_DISCOUNT", applied("AppliedLoyalty", "0", "0")),
                held("discount unlike the total", "TOTALS", draft -> {
                    draft.discounts = new BigDecimal("5");
                    draft.grandTotal = new BigDecimal("84.00");
                }),
                held("handling with VAT of no rate", "HANDLING_VAT", draft -> {
                    draft.handling = new BigDecimal("1.00");
                    draft.handlingTaxes.add(new Order.TaxShare(
                            new BigDecimal("20"), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("0.50")));
                    draft.taxIncluded = new BigDecimal("14.66");
                }),
                held("tax added that no line has", "TOTALS", draft -> draft.taxAdded = new BigDecimal("1.23")),
                held("tax deducted that no line has", "TOTALS", draft -> draft.taxDeducted = new BigDecimal("1.23")),
                held("no customer", "NO_CUSTOMER", draft -> draft.customer = null),
                held("no address", "NO_ADDRESS", draft -> draft.withoutAddress = true),
                held("no country", "NO_COUNTRY", draft -> draft.address.country = null),
                held("no street", "INCOMPLETE_ADDRESS", draft -> draft.address.address1 = ""),
                held("no name", "INCOMPLETE_ADDRESS", draft -> {
                    draft.address.firstName = " ";
                    draft.address.lastName = null;
                }));
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                held("unknown currency", "CURRENCY", draft -> draft.currency = "XXX", "ACCOUNT_NOT_MAPPED"),
                held("currency without decimals", "CURRENCY", draft -> draft.currency = "JPY", "ACCOUNT_NOT_MAPPED"),
                held("too many decimals", "TOO_MANY_DECIMALS", line("80.005", "13.33", "20")),
                held("nine decimals", "TOO_MANY_DECIMALS", line("80.000000001", "13.33", "20")),
                held("net with decimals", "TOO_MANY_DECIMALS", line("80.00", "13.335", "20")),
                held("negative line", "AMOUNT", line("-6.00", "-1.00", "20")),
                held("unbelievable line", "AMOUNT", line("600000000.00", "100000000.00", "20")),
                held("VAT unlike its rate", "LINE_VAT", line("80.00", "10.00", "20")),
                held("negative rate", "VAT_RATE", line("80.00", "13.33", "-20")),
                held("rate of 100", "VAT_RATE", line("80.00", "13.33", "100")),
                held("rate of many decimals", "VAT_RATE", line("80.00", "13.33", "20.001")),
                held("lines do not add up", "TOTALS", draft -> {
                    draft.lineValues = new BigDecimal("81.00");
                    draft.grandTotal = new BigDecimal("86.00");
                }),
                held("total does not add up", "TOTALS", draft -> draft.grandTotal = new BigDecimal("84.99")),
                held("VAT does not add up", "VAT_TOTAL", draft -> draft.taxIncluded = new BigDecimal("14.20")),
                held("shipping VAT of no rate", "SHIPPING_VAT", draft -> draft.shippingTax = new BigDecimal("0.50")),
                held("shipping VAT without shipping", "SHIPPING_VAT", draft -> draft.shipping = BigDecimal.ZERO));
    }

    static Stream<Arguments> payments() {
        return Stream.of(
                held("unpaid", "NOT_PAID", OrderDraft::paid),
                held("pending", "NOT_PAID", paid("AUTH", "PENDING", "85.00", "GBP")),
                held("refused", "NOT_PAID", paid("AUTH", "FAILED", "85.00", "GBP")),
                held("a penny short", "NOT_PAID", paid("AUTH", "SUCCESS", "84.99", "GBP")),
                held(
                        "released",
                        "NOT_PAID",
                        draft -> draft.paid(
                                OrderDraft.entry("AUTH", "SUCCESS", "85.00", "GBP"),
                                OrderDraft.entry("CANCEL", "SUCCESS", "-85.00", "GBP"))),
                held(
                        "authorised and captured are one sum",
                        "NOT_PAID",
                        draft -> draft.paid(
                                OrderDraft.entry("AUTH", "SUCCESS", "50.00", "GBP"),
                                OrderDraft.entry("CAPTURE", "SUCCESS", "50.00", "GBP"))),
                held(
                        "gift card",
                        "GIFT_CARD_VAT",
                        draft -> draft.paid(
                                OrderDraft.entry("AUTH", "SUCCESS", "75.00", "GBP"),
                                OrderDraft.entry("AUTH_GIFT_CARD", "SUCCESS", "10.00", "GBP"))),
                held(
                        "gift card not yet authorised",
                        "GIFT_CARD_VAT",
                        draft -> draft.paid(
                                OrderDraft.entry("AUTH", "SUCCESS", "75.00", "GBP"),
                                OrderDraft.entry("AUTH_GIFT_CARD", "PENDING", "10.00", "GBP")),
                        "NOT_PAID"),
                held("other currency", "PAYMENT_CURRENCY", paid("AUTH", "SUCCESS", "85.00", "EUR"), "NOT_PAID"),
                held(
                        "unknown entry",
                        "UNKNOWN_PAYMENT_ENTRY",
                        draft -> draft.paid(
                                OrderDraft.entry("AUTH", "SUCCESS", "85.00", "GBP"),
                                OrderDraft.entry("TRADE_IN", "SUCCESS", "85.00", "GBP"))));
    }

    static Stream<Arguments> mappings() {
        return Stream.of(
                held("no SKU", "NO_SKU", draft -> draft.with(OrderDraft.line(" ", 1, "80.00", "13.33", "20"))),
                held("unknown SKU", "UNKNOWN_SKU", sku("SAMPLE-1")),
                held("inactive SKU", "INACTIVE_SKU", sku("OLD-1")),
                held("unmapped country", "VAT_NOT_MAPPED", draft -> draft.address.country = "CH", "NO_COUNTRY_IN_SAGE"),
                held("unmapped rate", "VAT_NOT_MAPPED", line("80.00", "9.20", "13"), "SHIPPING_VAT"),
                held("business", "VAT_NOT_MAPPED", draft -> {
                    draft.currency = "EUR";
                    draft.address.country = "DE";
                    draft.address.vatNumber = "DE123456789";
                    draft.withoutShipping().with(OrderDraft.line("AW1010-NAV-M", 1, "95.00", "15.17", "19"));
                }),
                held("unmapped currency", "ACCOUNT_NOT_MAPPED", draft -> draft.currency = "DKK"),
                held("unmapped shipping", "SHIPPING_NOT_MAPPED", draft -> draft.shippingOption = "Pigeon"),
                held("no shipping option", "NO_SHIPPING_OPTION", draft -> draft.shippingOption = null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"standing", "content", "amounts", "payments", "mappings"})
    void is_held(String name, List<String> codes, Consumer<OrderDraft> change) {
        OrderDraft draft = OrderDraft.ordinary();
        change.accept(draft);

        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());

        assertThat(plan).as(name).isInstanceOf(Plan.Hold.class);
        List<Reason> reasons = ((Plan.Hold) plan).reasons();
        assertThat(reasons.stream().map(Reason::code).distinct())
                .as(reasons.toString())
                .hasSameElementsAs(codes);
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.remedy()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource
    void says_why_in_plain_words(String words, Consumer<OrderDraft> change) {
        OrderDraft draft = OrderDraft.ordinary();
        change.accept(draft);

        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());

        assertThat(((Plan.Hold) plan).reasons()).extracting(Reason::what).contains(words);
    }

    static Stream<Arguments> says_why_in_plain_words() {
        return Stream.of(
                Arguments.of(
                        "The order has a discount of GBP 5.00 of a kind that is not known here, LuckyDip",
                        applied("LuckyDip", "5", "0")),
                Arguments.of("Only GBP 10.00 of GBP 85.00 is authorised or paid", paid("AUTH", "SUCCESS", "10", "GBP")),
                Arguments.of("Nothing of GBP 85.00 is authorised or paid", paid("AUTH", "FAILED", "10", "GBP")));
    }

    @Test
    void by_hand_is_the_only_way_where_there_is_no_rule() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.currency = "JPY";
        lineOfType("SubscriptionOrderLine").accept(draft);

        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());

        assertThat(codes(plan))
                .contains("CURRENCY", "UNKNOWN_LINE_TYPE", "ACCOUNT_NOT_MAPPED")
                .filteredOn(ByHand::isTheOnlyWay)
                .containsExactlyInAnyOrder("CURRENCY", "UNKNOWN_LINE_TYPE");
    }

    @Test
    void an_account_on_hold_holds_its_orders() {
        assertThat(heldBy(withCustomer(new Site.Customer(1, "CENTGBP1", "GBP", true))))
                .containsExactly("ACCOUNT_ON_HOLD");
    }

    @Test
    void an_account_of_another_currency_holds_its_orders() {
        assertThat(heldBy(withCustomer(new Site.Customer(1, "CENTGBP1", "EUR", false))))
                .containsExactly("ACCOUNT_CURRENCY");
    }

    @Test
    void a_tax_code_of_another_rate_holds_its_orders() {
        assertThat(heldBy(withTaxCode(new Site.TaxCode(1, 1, new BigDecimal("17.5")))))
                .containsExactly("VAT_RATE_DIFFERS");
    }

    @Test
    void another_company_holds_its_orders() {
        Site site = Samples.site();
        Site other = new Site(
                "34",
                false,
                site.customers(),
                site.products(),
                site.inactiveProducts(),
                site.warehouses(),
                site.taxCodes(),
                site.countries(),
                site.charges());

        assertThat(heldBy(other)).containsExactly("OTHER_COMPANY");
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderRules.NegativeRounding.class,
            names = {"HOLD", "DOCUMENT_DISCOUNT"})
    void a_negative_rounding_is_held_where_it_may_not_be_a_charge(OrderRules.NegativeRounding setting) {
        OrderDraft draft = OrderDraft.ordinary().withoutShipping();
        draft.with(OrderDraft.line("AW1001-WHT-S", 1, "9.99", "1.67", "20"));
        OrderRules rules = new OrderRules(
                "33",
                OrdersFrom.THE_BEGINNING,
                Samples.rules().statuses(),
                Set.of(),
                OrderRules.Allocation.AVAILABLE,
                Samples.TOLERANCE,
                setting,
                OrderRules.OnDifference.EXCEPTION,
                GiftCardRules.of("", "tender"),
                Samples.LONDON);

        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(), rules);

        assertThat(codes(plan)).containsExactly("NEGATIVE_ROUNDING");
    }

    @Test
    void vat_that_no_price_within_the_tolerance_gives_is_held() {
        OrderDraft draft = OrderDraft.ordinary().withoutShipping();
        draft.with(OrderDraft.line("AW1001-WHT-S", 10, "99.90", "16.70", "20"));

        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());

        assertThat(codes(plan)).containsExactly("VAT_NOT_REACHABLE");
    }

    private List<String> heldBy(Site site) {
        return codes(planner.plan(OrderDraft.ordinary().build(), Samples.mappings(), site, Samples.rules()));
    }

    private static List<String> codes(Plan plan) {
        assertThat(plan).isInstanceOf(Plan.Hold.class);
        return ((Plan.Hold) plan)
                .reasons().stream().map(Reason::code).distinct().toList();
    }

    private static Site withCustomer(Site.Customer customer) {
        Site site = Samples.site();
        return copy(site, Map.of(customer.reference(), customer), site.taxCodes());
    }

    private static Site withTaxCode(Site.TaxCode taxCode) {
        Site site = Samples.site();
        Map<Integer, Site.TaxCode> codes = new HashMap<>(site.taxCodes());
        codes.put(taxCode.code(), taxCode);
        return copy(site, site.customers(), codes);
    }

    private static Site copy(Site site, Map<String, Site.Customer> customers, Map<Integer, Site.TaxCode> codes) {
        return new Site(
                site.company(),
                false,
                customers,
                site.products(),
                site.inactiveProducts(),
                site.warehouses(),
                codes,
                site.countries(),
                site.charges());
    }

    private static Consumer<OrderDraft> lineOfType(String type) {
        return draft -> draft.with(OrderDraft.like(draft.lines.get(0), type, 1, 0, null));
    }

    private static Consumer<OrderDraft> quantity(int quantity) {
        return draft -> draft.with(OrderDraft.like(draft.lines.get(0), "ProductOrderLine", quantity, 0, null));
    }

    private static Consumer<OrderDraft> line(String gross, String vat, String percent) {
        return draft -> draft.with(OrderDraft.line("AW1010-NAV-M", 1, gross, vat, percent));
    }

    private static Consumer<OrderDraft> sku(String sku) {
        return draft -> draft.with(OrderDraft.line(sku, 1, "80.00", "13.33", "20"));
    }

    private static Consumer<OrderDraft> applied(String type, String value, String shippingValue) {
        return draft -> draft.appliedDiscounts.add(
                new Order.Discount(type, new BigDecimal(value), new BigDecimal(shippingValue)));
    }

    private static Consumer<OrderDraft> paid(String type, String status, String value, String currency) {
        return draft -> draft.paid(OrderDraft.entry(type, status, value, currency));
    }

    private static Arguments held(String name, String code, Consumer<OrderDraft> change, String... more) {
        return Arguments.of(
                name, Stream.concat(Stream.of(code), Stream.of(more)).toList(), change);
    }
}
