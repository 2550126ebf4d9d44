package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.centra.Order.TaxShare;
import centrasage.centra.OrderLine;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of each kind of order, line by line. The table in docs/orders.md says the same in words. */
class KindsTest {
    private final List<NewSalesOrder> documents = new ArrayList<>();
    private final OrderPlanner planner = new OrderPlanner(document -> {
        documents.add(document);
        return "document";
    });
    private final Map<String, String> files = new HashMap<>();
    private final OrderDraft draft = OrderDraft.ordinary().withoutShipping();
    private GiftCardRules giftCards = GiftCardRules.of("", "tender");

    @BeforeEach
    void map() {
        files.put("companies.csv", "company,vat_rounding,ship_from,handling_charge\n33,per-line,GB,HANDLING\n");
        files.put(
                "accounts.csv",
                "store,market,currency,country,company,customer,account\n,,GBP,,,CENTGBP1,\n,,GBP,,,HARBOUR1,Harbour Store\n");
        files.put("vat.csv", """
                company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code
                ,,,,,,20,,1
                ,,,,,,0,,2
                ,,,,,,5,,3
                """);
        files.put("skus.csv", "company,sku,product,as\n,GIFTWRAP,GIFT-WRAP,charge\n");
        files.put(
                "warehouses.csv",
                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n,,WEB,centra,yes,\n");
        files.put("shipping.csv", "company,shipping_option,charge\n,,CARRIAGE\n");
        files.put("nominals.csv", """
                company,purpose,detail,currency,nominal,cost_centre,department,tax_code
                ,rounding,ROUNDING,,4900,,,91
                ,gift-card,GIFTCARD,,2250,,,91
                """);
    }

    @Test
    void a_voucher_on_the_order_is_taken_off_the_goods_in_proportion() {
        draft.with(goods("AW1010-NAV-M", "80.00", "13.33", "20"), goods("AW1001-WHT-S", "20.00", "3.33", "20"));
        discount("AppliedVoucherDiscount", "10.00", "0");
        draft.discountTaxes.add(included("20", "-1.67"));
        draft.taxIncluded = new BigDecimal("15.00");

        assertThat(posted())
                .containsExactly(
                        "60.00 AW1010-NAV-M @1",
                        "15.00 AW1001-WHT-S @1",
                        "\"A discount of GBP 10.00 on the whole order is in the prices\"");
        assertThat(totals()).isEqualTo("GBP 90.00 with VAT of GBP 15.00");
    }

    @Test
    void a_discount_given_by_a_person_is_the_same_whatever_its_sign() {
        draft.discounts = new BigDecimal("-16.00");
        draft.grandTotal = new BigDecimal("64.00");
        draft.taxIncluded = new BigDecimal("10.67");
        draft.appliedDiscounts.add(new Order.Discount("AdminDiscount", new BigDecimal("-16.00"), BigDecimal.ZERO));

        assertThat(posted().get(0)).isEqualTo("53.33 AW1010-NAV-M @1");
        assertThat(totals()).isEqualTo("GBP 64.00 with VAT of GBP 10.67");
    }

    @Test
    void the_vat_of_a_discount_says_on_which_rate_it_fell() {
        draft.with(goods("AW1010-NAV-M", "120.00", "20.00", "20"), goods("AW1001-WHT-S", "60.00", "0.00", "0"));
        discount("AppliedVoucherDiscount", "24.00", "0");
        draft.discountTaxes.add(included("20", "4.00"));
        draft.taxIncluded = new BigDecimal("16.00");

        assertThat(posted()).startsWith("80.00 AW1010-NAV-M @1", "60.00 AW1001-WHT-S @2");
    }

    @Test
    void free_shipping_by_voucher_is_taken_off_the_shipping() {
        shipping("5.00", "0.83");
        discount("AppliedVoucherFreeShipping", "5.00", "0");
        draft.taxIncluded = new BigDecimal("13.33");

        assertThat(posted()).startsWith("66.67 AW1010-NAV-M @1", "0.00 CARRIAGE @1");
        assertThat(totals()).isEqualTo("GBP 80.00 with VAT of GBP 13.33");
    }

    @Test
    void a_voucher_may_reduce_goods_and_shipping() {
        shipping("6.00", "1.00");
        discount("AppliedVoucherDiscount", "11.00", "3.00");
        draft.taxIncluded = new BigDecimal("12.50");

        assertThat(posted()).startsWith("60.00 AW1010-NAV-M @1", "2.50 CARRIAGE @1");
    }

    @Test
    void a_free_product_is_a_line_without_a_price() {
        draft.with(goods("AW1010-NAV-M", "80.00", "13.33", "20"), goods("AW1001-WHT-S", "0.00", "0.00", "20"));

        assertThat(posted()).containsExactly("66.67 AW1010-NAV-M @1", "0.00 AW1001-WHT-S @1");
    }

    @Test
    void a_fully_discounted_order_is_posted_with_prices_of_zero() {
        discount("AppliedVoucherDiscount", "80.00", "0");
        draft.taxIncluded = BigDecimal.ZERO;
        draft.paid();

        assertThat(posted().get(0)).isEqualTo("0.00 AW1010-NAV-M @1");
        assertThat(totals()).isEqualTo("GBP 0.00 with VAT of GBP 0.00");
    }

    @Test
    void handling_is_a_charge_of_its_own() {
        draft.handling = new BigDecimal("6.00");
        draft.handlingTaxes.add(included("20", "1.00"));
        draft.taxIncluded = new BigDecimal("14.33");

        assertThat(posted()).containsExactly("66.67 AW1010-NAV-M @1", "5.00 HANDLING @1");
    }

    @Test
    void shipping_of_several_rates_is_split() {
        draft.with(goods("AW1010-NAV-M", "60.00", "10.00", "20"), goods("AW1001-WHT-S", "60.00", "0.00", "0"));
        shipping("12.00", "1.00");
        draft.shippingTaxes.add(included("20", "1.00"));

        assertThat(posted()).endsWith("5.00 CARRIAGE @1", "6.00 CARRIAGE @2");
    }

    @Test
    void gift_wrapping_may_be_a_charge() {
        OrderLine wrap = OrderDraft.like(goods("GIFTWRAP", "6.00", "1.00", "20"), "ProductOrderLine", 2, 0, "For Zoë");
        draft.with(goods("AW1010-NAV-M", "60.00", "10.00", "20"), wrap);
        draft.comment = "Happy birthday";

        assertThat(posted())
                .containsExactly(
                        "50.00 AW1010-NAV-M @1",
                        "5.00 GIFT-WRAP @1 \"Merino jumper x 2\"",
                        "\"For Zoë\"",
                        "\"Happy birthday\"");
    }

    @Test
    void a_bundle_is_posted_as_its_items_to_the_penny() {
        OrderLine bundle = OrderDraft.like(goods("SET", "100.00", "16.67", "20"), "BundleOrderLine", 1, 0, null);
        OrderLine item =
                OrderDraft.like(goods("AW1001-WHT-S", "33.33", "5.56", "20"), "BundleItemOrderLine", 1, 0, null);
        draft.with(bundle, item, item, item);
        draft.lineValues = new BigDecimal("100.00");
        draft.taxIncluded = new BigDecimal("16.67");

        assertThat(posted()).hasSize(4).allMatch(line -> line.contains("AW1001-WHT-S") || line.contains("ROUNDING"));
        assertThat(totals()).isEqualTo("GBP 100.00 with VAT of GBP 16.67");
    }

    @Test
    void a_bundle_whose_items_are_worth_something_else_is_held() {
        OrderLine bundle = OrderDraft.like(goods("SET", "100.00", "16.67", "20"), "BundleOrderLine", 1, 0, null);
        OrderLine item =
                OrderDraft.like(goods("AW1001-WHT-S", "30.00", "5.00", "20"), "BundleItemOrderLine", 1, 0, null);
        draft.with(bundle, item);
        draft.lineValues = new BigDecimal("100.00");
        draft.taxIncluded = new BigDecimal("16.67");

        assertThat(held()).contains("BUNDLE_VALUE");
    }

    @Test
    void where_centra_counts_the_items_the_bundle_adds_nothing() {
        OrderLine bundle = OrderDraft.like(goods("SET", "100.00", "16.67", "20"), "BundleOrderLine", 1, 0, null);
        OrderLine item =
                OrderDraft.like(goods("AW1001-WHT-S", "33.33", "5.56", "20"), "BundleItemOrderLine", 1, 0, null);
        draft.with(bundle, item, item, item);
        draft.lineValues = new BigDecimal("99.99");
        draft.taxIncluded = new BigDecimal("16.68");

        posted();
        assertThat(totals()).isEqualTo("GBP 99.99 with VAT of GBP 16.68");
    }

    @Test
    void a_certificate_that_paid_more_than_all_discounts_together_holds_the_order() {
        giftCards = GiftCardRules.of("multi-purpose", "tender");
        discount("AppliedVoucherCredit", "30.00", "0");
        draft.discounts = new BigDecimal("5.00");

        assertThat(held()).contains("TOTALS");
    }

    @Test
    void a_rest_of_shipping_without_vat_is_not_believed_where_nothing_else_is_free_of_it() {
        shipping("10.00", "1.00");
        draft.shippingTaxes.add(included("20", "1.00"));

        assertThat(held()).contains("SHIPPING_VAT");
    }

    @Test
    void what_is_sold_before_it_is_there_is_not_allocated() {
        OrderLine line = goods("AW1010-NAV-M", "80.00", "13.33", "20");
        draft.with(new OrderLine(
                line.id(),
                line.type(),
                line.sku(),
                line.productName(),
                1,
                0,
                line.unitPrice(),
                line.unitOriginalPrice(),
                line.gross(),
                line.net(),
                line.taxPercent(),
                null,
                true));

        assertThat(posted()).containsExactly("66.67 AW1010-NAV-M @1", "\"Pre-order: not allocated yet\"");
        assertThat(documents.get(0).lines().get(0).toAllocate()).isEqualByComparingTo("0");
    }

    @Test
    void tax_may_come_on_top_of_the_prices() {
        draft.with(goods("AW1010-NAV-M", "96.00", "16.00", "20"));
        draft.lineValues = new BigDecimal("80.00");
        draft.shipping = new BigDecimal("5.00");
        draft.shippingTaxes.add(
                new TaxShare(new BigDecimal("20"), new BigDecimal("1.00"), BigDecimal.ZERO, BigDecimal.ZERO));
        draft.taxIncluded = BigDecimal.ZERO;
        draft.taxAdded = new BigDecimal("17.00");

        assertThat(posted()).containsExactly("80.00 AW1010-NAV-M @1", "5.00 CARRIAGE @1");
        assertThat(totals()).isEqualTo("GBP 102.00 with VAT of GBP 17.00");
    }

    @Test
    void where_tax_is_deducted_nothing_is_left_of_it_whether_the_lines_still_hold_it_or_not() {
        for (String gross : List.of("96.00", "80.00")) {
            documents.clear();
            draft.with(OrderDraft.line("AW1010-NAV-M", 1, gross, gross.equals("96.00") ? "16.00" : "0.00", "20"));
            draft.lineValues = new BigDecimal("96.00");
            draft.taxIncluded = BigDecimal.ZERO;
            draft.taxDeducted = new BigDecimal("16.00");

            assertThat(posted()).as(gross).containsExactly("80.00 AW1010-NAV-M @2");
            assertThat(totals()).as(gross).isEqualTo("GBP 80.00 with VAT of GBP 0.00");
        }
    }

    @Test
    void a_gift_card_that_was_sold_is_owed_and_bears_no_vat() {
        giftCards = GiftCardRules.of("multi-purpose", "tender");
        draft.with(OrderDraft.like(goods("GIFT50", "50.00", "0.00", "0"), "GiftCertificateOrderLine", 1, 0, null));

        assertThat(posted()).containsExactly("50.00 GIFTCARD @2 to 2250 \"Merino jumper\"");
    }

    @Test
    void an_old_certificate_is_a_payment_and_leaves_the_vat_as_it_is() {
        giftCards = GiftCardRules.of("multi-purpose", "tender");
        discount("AppliedVoucherCredit", "30.00", "0");
        draft.taxIncluded = new BigDecimal("8.33");

        assertThat(posted()).containsExactly("66.67 AW1010-NAV-M @1", "-30.00 GIFTCARD @91 to 2250");
        assertThat(totals()).isEqualTo("GBP 50.00 with VAT of GBP 13.33");
    }

    @Test
    void where_vouchers_for_credit_are_discounts_they_lessen_what_was_sold_and_need_no_decision_about_gift_cards() {
        giftCards = GiftCardRules.of("", "discount");
        discount("AppliedVoucherCredit", "30.00", "5.00");
        draft.taxIncluded = new BigDecimal("8.33");

        assertThat(posted())
                .containsExactly(
                        "41.67 AW1010-NAV-M @1", "\"A discount of GBP 30.00 on the whole order is in the prices\"");
        assertThat(totals()).isEqualTo("GBP 50.00 with VAT of GBP 8.33");
    }

    @Test
    void what_is_paid_with_a_gift_card_is_an_order_like_any_other() {
        giftCards = GiftCardRules.of("multi-purpose", "tender");
        draft.paid(OrderDraft.entry("AUTH_GIFT_CARD", "SUCCESS", "80.00", "GBP"));

        assertThat(posted()).containsExactly("66.67 AW1010-NAV-M @1");
    }

    @Test
    void a_card_whose_vat_was_paid_when_it_was_sold_must_not_pay_it_again() {
        giftCards = GiftCardRules.of("single-purpose", "tender");
        draft.paid(OrderDraft.entry("AUTH_GIFT_CARD", "SUCCESS", "80.00", "GBP"));

        assertThat(held()).containsExactly("GIFT_CARD_SPENT");
    }

    @Test
    void a_card_of_one_purpose_is_sold_with_its_vat() {
        giftCards = GiftCardRules.of("single-purpose", "tender");
        draft.with(OrderDraft.like(goods("GIFT60", "60.00", "10.00", "20"), "GiftCertificateOrderLine", 1, 0, null));

        assertThat(posted()).containsExactly("50.00 GIFTCARD @1 to 2250 \"Merino jumper\"");
    }

    @Test
    void a_reseller_has_its_own_account_and_pays_later() {
        draft.storeType = "WHOLESALE";
        draft.customer = null;
        draft.reseller = new Order.Reseller("Harbour Store", "PO 4711");
        draft.paid();

        assertThat(posted()).contains("\"Purchase order PO 4711\"");
        assertThat(documents.get(0).customer()).isEqualTo("HARBOUR1");
    }

    @Test
    void analysis_codes_come_from_constants_and_from_the_order() {
        files.put("analysis.csv", """
                company,document,field,source,value,mandatory
                ,order,analysis_code_1,constant,CENTRA,yes
                ,order,analysis_code_2,market,,yes
                ,order,spare_text_1,purchase-order,,no
                ,line,analysis_code_1,sku,,yes
                ,charge,analysis_code_3,shipping-option,,no
                """);
        shipping("5.00", "0.83");

        posted();
        NewSalesOrder document = documents.get(0);

        assertThat(document.fields())
                .isEqualTo(Map.of("analysis_code_1", "CENTRA", "analysis_code_2", "United Kingdom"));
        assertThat(document.lines().get(0).fields()).isEqualTo(Map.of("analysis_code_1", "AW1010-NAV-M"));
        assertThat(document.lines().get(1).fields()).isEqualTo(Map.of("analysis_code_3", "Standard"));
    }

    @Test
    void a_code_that_is_too_long_or_missing_holds_the_order() {
        files.put("analysis.csv", """
                company,document,field,source,value,mandatory
                ,order,analysis_code_1,market,,yes
                ,order,analysis_code_2,purchase-order,,yes
                """);
        draft.market = "A market with a name of more than sixty characters, as nobody has";

        assertThat(held()).containsExactlyInAnyOrder("FIELD_TOO_LONG", "MANDATORY_FIELD");
    }

    private void discount(String type, String value, String shippingValue) {
        draft.discounts = new BigDecimal(value);
        draft.appliedDiscounts.add(new Order.Discount(type, new BigDecimal(value), new BigDecimal(shippingValue)));
    }

    private void shipping(String value, String vat) {
        draft.shipping = new BigDecimal(value);
        draft.shippingTax = new BigDecimal(vat);
    }

    private static TaxShare included(String percent, String vat) {
        return new TaxShare(new BigDecimal(percent), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(vat));
    }

    private static OrderLine goods(String sku, String gross, String vat, String percent) {
        return OrderDraft.line(sku, 1, gross, vat, percent);
    }

    private List<String> posted() {
        Plan plan = plan();
        assertThat(plan).isInstanceOf(Plan.Post.class);
        return documents.get(0).lines().stream().map(KindsTest::words).toList();
    }

    private List<String> held() {
        Plan plan = plan();
        assertThat(plan).isInstanceOf(Plan.Hold.class);
        return ((Plan.Hold) plan).reasons().stream().map(Reason::code).toList();
    }

    private String totals() {
        return documents.get(0).total() + " with VAT of " + documents.get(0).vat();
    }

    private Plan plan() {
        try {
            return planner.plan(draft.build(), Mappings.parse(files), site(), rules());
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private OrderRules rules() {
        OrderRules usual = Samples.rules();
        return new OrderRules(
                usual.defaultCompany(),
                OrdersFrom.THE_BEGINNING,
                usual.statuses(),
                Set.of(),
                usual.allocate(),
                usual.tolerance(),
                usual.negativeRounding(),
                usual.onDifference(),
                giftCards,
                usual.zone());
    }

    private static Site site() {
        Site site = Samples.site();
        Map<String, Site.Customer> customers = new HashMap<>(site.customers());
        customers.put("HARBOUR1", new Site.Customer(9, "HARBOUR1", "GBP", false));
        return new Site(
                site.company(),
                false,
                customers,
                site.products(),
                Set.of(),
                site.warehouses(),
                site.taxCodes(),
                site.countries(),
                Map.of("CARRIAGE", 1L, "ROUNDING", 2L, "HANDLING", 3L, "GIFT-WRAP", 4L, "GIFTCARD", 5L));
    }

    /** {@code 66.67 AW1010-NAV-M @1}: price, code, tax code, and what else is not usual. */
    private static String words(Line line) {
        @Nullable String text = line.description();
        String quoted = text == null ? "" : "\"" + text + "\"";
        return line.type() == LineType.COMMENT
                ? quoted
                : (line.unitPrice().setScale(2) + " " + line.code() + " @" + line.taxCode()
                                + (line.nominal() == null ? "" : " to " + line.nominal()) + " " + quoted)
                        .strip();
    }
}
