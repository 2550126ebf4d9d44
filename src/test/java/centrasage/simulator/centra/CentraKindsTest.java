package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each kind of order shows in Centra's own fields. */
final class CentraKindsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String TAX = "{rule {taxPercent} taxAdded {value} taxDeducted {value} taxIncluded {value}}";
    private static final String ORDER =
            "{orders(limit: 100) {otherComment grandTotal {value} totals {lineValues {value}"
                    + " shipping {value} handling {value} discounts {value} taxIncluded {value} taxAdded {value}"
                    + " taxDeducted {value} shippingTaxRules " + TAX + " handlingTaxRules " + TAX + " discountTaxRules "
                    + TAX
                    + "} lines {comment gross: lineValue(includingTax: true) {value} net: lineValue(includingTax: false) {value}"
                    + " taxPercent productSize {SKU preorder}} discountsApplied {__typename value {value}"
                    + " ... on AppliedVoucherDiscount {shippingValue {value}}}"
                    + " ... on WholesaleOrder {purchaseOrderNumber account {name}}}}";

    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(new TestClock("2026-11-21T09:00:00.500Z")));
        client = new CentraClient(centra.baseUrl());
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    @Test
    void tax_added_stands_on_top_of_lines_and_rules() {
        for (JsonNode order : orders(OrderKind.TAX_ADDED)) {
            JsonNode totals = order.path("totals");
            BigDecimal taxes = sum(order.path("lines"), "gross")
                    .subtract(sum(order.path("lines"), "net"))
                    .add(sum(totals.path("shippingTaxRules"), "taxAdded"))
                    .add(sum(totals.path("handlingTaxRules"), "taxAdded"))
                    .subtract(sum(totals.path("discountTaxRules"), "taxAdded").abs());

            assertThat(sum(order.path("lines"), "net")).isEqualByComparingTo(amount(totals, "lineValues"));
            assertThat(amount(totals, "taxAdded")).isEqualByComparingTo(taxes).isPositive();
            assertThat(amount(totals, "taxIncluded")).isZero();
        }
    }

    @Test
    void tax_deducted_is_still_in_the_lines_of_some_orders_and_gone_from_those_of_others() {
        Set<Boolean> shown = new HashSet<>();
        for (JsonNode order : orders(OrderKind.TAX_DEDUCTED)) {
            JsonNode totals = order.path("totals");
            BigDecimal deducted = sum(totals.path("shippingTaxRules"), "taxDeducted")
                    .add(sum(totals.path("handlingTaxRules"), "taxDeducted"))
                    .subtract(
                            sum(totals.path("discountTaxRules"), "taxDeducted").abs())
                    .add(amount(totals, "lineValues"))
                    .subtract(sum(order.path("lines"), "net"));

            assertThat(amount(totals, "taxDeducted"))
                    .isEqualByComparingTo(deducted)
                    .isPositive();
            shown.add(sum(order.path("lines"), "gross").compareTo(amount(totals, "lineValues")) == 0);
        }
        assertThat(shown).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void the_tax_of_a_discount_has_either_sign_and_one_rule_for_each_rate() {
        Set<Integer> signs = new HashSet<>();
        for (JsonNode order : orders(OrderKind.MIXED_RATES_VOUCHER)) {
            JsonNode rules = order.path("totals").path("discountTaxRules");
            // No rule applies to goods that are zero-rated.
            assertThat(rules).hasSizeBetween(1, 2);
            rules.forEach(rule -> signs.add(amount(rule, "taxIncluded").signum()));
        }
        assertThat(signs).containsExactlyInAnyOrder(1, -1);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_VOUCHER, AppliedVoucherDiscount",
        "VOUCHER_ON_SHIPPING, AppliedVoucherDiscount",
        "VOUCHER_FREE_SHIPPING, AppliedVoucherFreeShipping",
        "FREE_PRODUCT, AppliedVoucherFreeProduct",
        "ADMIN_DISCOUNT, AdminDiscount",
        "VOUCHER_CREDIT, AppliedVoucherCredit"
    })
    void each_discount_has_its_type_and_comes_to_the_total(OrderKind kind, String type) {
        for (JsonNode order : orders(kind)) {
            JsonNode discount = order.path("discountsApplied").path(0);
            assertThat(discount.path("__typename").asText()).isEqualTo(type);
            assertThat(amount(discount, "value")).isEqualByComparingTo(amount(order.path("totals"), "discounts"));
        }
    }

    @Test
    void handling_gift_wrap_and_preorders_are_told() {
        assertThat(orders(OrderKind.HANDLING))
                .allMatch(order -> amount(order.path("totals"), "handling").signum() > 0)
                .allMatch(order -> order.path("totals").path("handlingTaxRules").size() == 1);
        assertThat(orders(OrderKind.GIFT_WRAP))
                .allMatch(order -> order.path("otherComment").asText().startsWith("Gift message: "))
                .allMatch(order -> order.findValuesAsText("SKU").contains("GIFTWRAP"))
                .allMatch(
                        order -> order.findValuesAsText("comment").stream().anyMatch(text -> text.contains("Ribbon")));
        assertThat(orders(OrderKind.PREORDER))
                .allMatch(order -> order.path("lines")
                        .path(0)
                        .path("productSize")
                        .path("preorder")
                        .asBoolean());
        assertThat(orders(OrderKind.WHOLESALE))
                .allMatch(order -> order.path("purchaseOrderNumber").asText().startsWith("PO-"))
                .extracting(order -> order.path("account").path("name").asText())
                .containsOnly("Harbour Store", "Maison Claire", "Boutique Nord");
    }

    @Test
    void a_tenant_may_write_discounts_with_a_minus() {
        client.control(
                "POST",
                "trade",
                "{'date': '2026-11-20', 'orders': 5, 'mix': {'ADMIN_DISCOUNT': 1}," + " 'negativeDiscounts': true}");

        for (JsonNode order : client.data(ORDER).path("orders")) {
            JsonNode totals = order.path("totals");
            assertThat(amount(totals, "discounts")).isNegative();
            assertThat(amount(order.path("discountsApplied").path(0), "value")).isNegative();
            assertThat(amount(order, "grandTotal"))
                    .isEqualByComparingTo(amount(totals, "lineValues")
                            .add(amount(totals, "shipping"))
                            .add(amount(totals, "discounts")));
        }
    }

    @Test
    void facts_tell_what_the_site_must_decide() {
        assertThat(special(OrderKind.VOUCHER_CREDIT)).containsExactly("VOUCHER_CREDIT");
        assertThat(special(OrderKind.GIFT_CARD_ONLY)).containsExactly("GIFT_CARD");
        assertThat(special(OrderKind.GIFT_CERTIFICATE_SALE)).containsExactly("GIFT_CERTIFICATE");
        assertThat(special(OrderKind.WHOLESALE_UNMAPPED)).containsExactly("UNMAPPED_RESELLER");
        assertThat(special(OrderKind.TAX_DEDUCTED)).isEmpty();
    }

    private List<String> special(OrderKind kind) {
        orders(kind);
        List<String> special = new ArrayList<>();
        client.control("GET", "orders?whole=false", "")
                .path(0)
                .path("facts")
                .path("special")
                .forEach(feature -> special.add(feature.asText()));
        return special;
    }

    private List<JsonNode> orders(OrderKind kind) {
        centra.state().clear();
        centra.state().place(new TradeGenerator(1).day(DAY, 60, Mix.only(kind), 1));
        return StreamSupport.stream(client.data(ORDER).path("orders").spliterator(), false)
                .toList();
    }

    private static BigDecimal sum(JsonNode rows, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            sum = sum.add(amount(row, field));
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode of, String field) {
        return of.path(field).path("value").decimalValue();
    }
}
