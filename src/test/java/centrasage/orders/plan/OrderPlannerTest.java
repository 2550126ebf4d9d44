package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.flow.Command;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.orders.check.Tolerance;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.NewSalesOrder.Rounding;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an order that may be posted, and what the document for Sage 200 then says. */
class OrderPlannerTest {
    private final List<NewSalesOrder> documents = new ArrayList<>();
    private final OrderPlanner planner = new OrderPlanner(document -> {
        documents.add(document);
        return "document " + documents.size();
    });

    @Test
    void an_ordinary_order_is_posted() {
        Plan plan = plan(OrderDraft.ordinary());

        assertThat(plan).isInstanceOf(Plan.Post.class);
        Command command = ((Plan.Post) plan).command();
        assertThat(command.key()).isEqualTo(new PostingKey("33", PostingKind.ORDER, "10234"));
        assertThat(command.object()).isEqualTo("33/C10234");
        assertThat(command.amount()).isEqualTo(Money.of("85.00", "GBP"));
        assertThat(command.businessDate()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(command.document()).isEqualTo("document 1");
        assertThat(command.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_document_names_account_key_and_what_sage_must_arrive_at() {
        NewSalesOrder document = posted(OrderDraft.ordinary());

        assertThat(document.company()).isEqualTo("33");
        assertThat(document.customer()).isEqualTo("CENTGBP1");
        assertThat(document.customerDocumentNo()).isEqualTo("C10234");
        assertThat(document.total()).isEqualTo(Money.of("85.00", "GBP"));
        assertThat(document.vat()).isEqualTo(Money.of("14.16", "GBP"));
    }

    @Test
    void goods_and_shipping_become_lines() {
        NewSalesOrder document = posted(OrderDraft.ordinary());

        Line goods = document.lines().get(0);
        assertThat(goods.type()).isEqualTo(LineType.STANDARD);
        assertThat(goods.code()).isEqualTo("AW1010-NAV-M");
        assertThat(goods.warehouse()).isEqualTo("WEB");
        assertThat(goods.quantity()).isEqualByComparingTo("1");
        assertThat(goods.toAllocate()).isEqualByComparingTo("1");
        assertThat(goods.taxCode()).isEqualTo(1);
        Line shipping = document.lines().get(1);
        assertThat(shipping.type()).isEqualTo(LineType.CHARGE);
        assertThat(shipping.code()).isEqualTo("CARRIAGE");
        assertThat(shipping.taxCode()).isEqualTo(1);
    }

    @Test
    void the_example_of_9_99_takes_a_rounding_line_of_a_penny_off() {
        OrderDraft draft = OrderDraft.ordinary().withoutShipping();

        List<Line> lines = posted(draft.with(OrderDraft.line("AW1001-WHT-S", 1, "9.99", "1.67", "20")))
                .lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).unitPrice()).isEqualByComparingTo("8.33");
        Line rounding = lines.get(1);
        assertThat(rounding.type()).isEqualTo(LineType.CHARGE);
        assertThat(rounding.code()).isEqualTo("ROUNDING");
        assertThat(rounding.unitPrice()).isEqualByComparingTo("-0.01");
        assertThat(rounding.taxCode()).isEqualTo(91);
        assertThat(rounding.nominal()).isEqualTo("4900");
    }

    @Test
    void three_for_ten_gets_a_price_of_five_decimals() {
        OrderDraft draft = OrderDraft.ordinary().withoutShipping();

        NewSalesOrder document = posted(draft.with(OrderDraft.line("AW1001-WHT-S", 3, "12.00", "2.00", "20")));

        assertThat(document.lines().get(0).unitPrice()).isEqualByComparingTo("3.33333");
    }

    @Test
    void prices_include_vat_where_sage_says_so() {
        OrderDraft draft = OrderDraft.ordinary();

        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(true), Samples.rules());

        assertThat(plan).isInstanceOf(Plan.Post.class);
        assertThat(documents.get(0).lines().get(0).unitPrice()).isEqualByComparingTo("80.00");
    }

    @Test
    void an_order_at_night_has_the_date_of_the_site() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.createdAt = Instant.parse("2027-06-30T23:30:00Z");

        assertThat(posted(draft).documentDate()).isEqualTo(LocalDate.of(2027, 7, 1));
    }

    @Test
    void nothing_is_allocated_where_the_setting_says_so() {
        planner.plan(
                OrderDraft.ordinary().build(), Samples.mappings(), Samples.site(), rules("none", "hold", "exception"));

        assertThat(documents.get(0).lines().get(0).toAllocate()).isEqualByComparingTo("0");
    }

    private static OrderRules rules(String allocate, String negative, String onDifference) {
        return rules(allocate, negative, onDifference, Samples.TOLERANCE);
    }

    private static OrderRules rules(String allocate, String negative, String onDifference, Tolerance tolerance) {
        return new OrderRules(
                "33",
                OrdersFrom.THE_BEGINNING,
                Set.of("CONFIRMED"),
                Set.of("Web shop"),
                OrderRules.Allocation.of(allocate),
                tolerance,
                OrderRules.NegativeRounding.of(negative),
                OrderRules.OnDifference.of(onDifference),
                GiftCardRules.of("", "tender"),
                Samples.LONDON);
    }

    /** Two lines at 0.05 each. */
    @ParameterizedTest(name = "orders.on-difference = {0}, rounding.negative = {1}")
    @CsvSource({"correct, charge-line, -0.10", "correct, hold, 0", "exception, charge-line, "})
    void what_sage_may_be_off_by_is_planned_with_the_order(
            String onDifference, String negative, @Nullable String least) {
        planner.plan(
                OrderDraft.ordinary().build(),
                Samples.mappings(),
                Samples.site(),
                rules("available", negative, onDifference));

        Rounding rounding = documents.get(0).rounding();
        if (least == null) {
            assertThat(rounding).isNull();
            return;
        }
        Objects.requireNonNull(rounding);
        assertThat(rounding.least()).isEqualByComparingTo(least);
        assertThat(rounding.most()).isEqualByComparingTo("0.10");
        assertThat(rounding.line().unitPrice()).isEqualByComparingTo("0");
        assertThat(rounding.line().taxCode()).isNotNull();
        assertThat(documents.get(0).lines()).as("no line of nothing").hasSize(2);
    }

    /** What Sage's answer may leave is bounded as what is planned is. */
    @Test
    void a_correction_of_many_lines_is_bounded_by_the_order() {
        OrderDraft draft = OrderDraft.ordinary().withoutShipping();
        draft.with(Collections.nCopies(60, OrderDraft.line("AW1001-WHT-S", 1, "12.00", "2.00", "20"))
                .toArray(OrderLine[]::new));
        planner.plan(draft.build(), Samples.mappings(), Samples.site(), rules("available", "charge-line", "correct"));
        Rounding rounding = Objects.requireNonNull(documents.get(0).rounding());
        assertThat(rounding.most()).isEqualByComparingTo("2.00");
        assertThat(rounding.least()).isEqualByComparingTo("-2.00");
    }

    @Test
    void the_rounding_line_that_is_sent_is_the_one_that_a_correction_changes() {
        OrderDraft draft = OrderDraft.ordinary().withoutShipping();
        draft.with(OrderDraft.line("AW1001-WHT-S", 1, "9.99", "1.67", "20"));
        planner.plan(draft.build(), Samples.mappings(), Samples.site(), rules("available", "charge-line", "correct"));

        assertThat(documents.get(0).lines().get(1))
                .isEqualTo(Objects.requireNonNull(documents.get(0).rounding()).line());
    }

    @Test
    void the_comment_of_a_line_follows_it() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.with(OrderDraft.like(draft.lines.get(0), "ProductOrderLine", 1, 0, " Gift wrap,\nplease "));

        List<Line> lines = posted(draft).lines();

        assertThat(lines).extracting(Line::type).containsExactly(LineType.STANDARD, LineType.COMMENT, LineType.CHARGE);
        assertThat(lines.get(1).description()).isEqualTo("Gift wrap, please");
    }

    @Test
    void a_fully_cancelled_line_is_no_line() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.lines.add(OrderDraft.like(OrderDraft.line("GONE", 0, "0", "0", "20"), "ProductOrderLine", 0, 2, null));

        assertThat(posted(draft).lines()).hasSize(2);
    }

    @Test
    void pennies_between_the_lines_and_the_order_go_to_the_only_tax_code() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.taxIncluded = new BigDecimal("14.17");

        assertThat(posted(draft).vat()).isEqualTo(Money.of("14.17", "GBP"));
    }

    @Test
    void vat_of_shipping_is_found_when_centra_states_only_that_of_the_order() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.taxIncluded = new BigDecimal("14.16");
        draft.shippingTax = BigDecimal.ZERO;

        NewSalesOrder document = posted(draft);

        assertThat(document.vat()).isEqualTo(Money.of("14.16", "GBP"));
        assertThat(document.lines().get(1).taxCode()).isEqualTo(1);
    }

    @Test
    void greece_is_written_by_its_iso_code_as_the_look_ups_have_it() {
        OrderDraft draft = OrderDraft.ordinary().withoutShipping();
        draft.currency = "EUR";
        draft.address.country = "GR";
        draft.with(OrderDraft.line("AW1010-NAV-M", 1, "95.00", "18.39", "24"));

        NewSalesOrder document = posted(draft);

        assertThat(document.deliveryAddress().countryCode()).isEqualTo("GR");
        assertThat(document.lines().get(0).taxCode()).isEqualTo(112);
    }

    @Test
    void an_address_that_does_not_fit_stands_in_full_in_a_comment() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.address.zipCode = "LL61 5UJ / Llanfair";

        List<Line> lines = posted(draft).lines();

        Line comment = lines.get(lines.size() - 1);
        assertThat(comment.type()).isEqualTo(LineType.COMMENT);
        assertThat(comment.description()).contains("LL61 5UJ / Llanfair", "Olivia Smith", "14 Rose Street");
    }

    @Test
    void the_same_order_has_the_same_plan() {
        Order order = OrderDraft.ordinary().build();
        OrderPlanner pure = new OrderPlanner(NewSalesOrder::toString);

        Plan first = pure.plan(order, Samples.mappings(), Samples.site(), Samples.rules());
        Plan again = pure.plan(order, Samples.mappings(), Samples.site(), Samples.rules());

        assertThat(again).isEqualTo(first);
    }

    @Test
    void ten_thousand_lines_are_planned_within_what_finance_allows_for_the_order() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.with(Collections.nCopies(10_000, OrderDraft.line("AW1001-WHT-S", 1, "9.99", "1.67", "20"))
                .toArray(OrderLine[]::new));

        assertThat(((Plan.Hold) plan(draft)).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.what())
                        .contains("orders.tolerance-per-order = 2.00", "orders.tolerance = 0.05"));

        OrderRules generous = rules(
                "available", "charge-line", "exception", new Tolerance(new BigDecimal("0.05"), new BigDecimal("500")));
        Plan plan = assertTimeout(
                Duration.ofSeconds(20),
                () -> planner.plan(draft.build(), Samples.mappings(), Samples.site(), generous));
        assertThat(plan).isInstanceOf(Plan.Post.class);
        assertThat(documents.get(0).total()).isEqualTo(Money.of("99905.00", "GBP"));
    }

    @Test
    void all_reasons_come_at_once() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.with(
                OrderDraft.line("NOWHERE", 1, "80.00", "13.33", "20"), OrderDraft.line(null, 1, "10.00", "0.91", "10"));
        draft.shippingOption = "Pigeon";
        draft.address.address1 = " ";
        draft.paid();

        Plan plan = plan(draft);

        assertThat(((Plan.Hold) plan).reasons())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder(
                        "INCOMPLETE_ADDRESS",
                        "NO_SKU",
                        "NOT_PAID",
                        "UNKNOWN_SKU",
                        "VAT_NOT_MAPPED",
                        "SHIPPING_NOT_MAPPED");
    }

    @Test
    void reasons_hold_no_personal_data() {
        OrderDraft draft = OrderDraft.ordinary();
        draft.storeType = "WHOLESALE";
        draft.address.address1 = null;
        draft.address.vatNumber = "GB123456789";
        draft.shippingOption = null;
        draft.paid();

        assertThat(((Plan.Hold) plan(draft)).reasons().toString())
                .doesNotContain("Olivia", "Smith", "Rose", "Bath", "BA1", "example.com", "7946", "GB123456789");
    }

    @Test
    void every_missing_mapping_of_the_site_is_told() {
        Site empty = new Site("33", false, Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

        Plan plan = planner.plan(OrderDraft.ordinary().build(), Samples.mappings(), empty, Samples.rules());

        assertThat(((Plan.Hold) plan).reasons())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder(
                        "NO_ACCOUNT_IN_SAGE",
                        "NO_WAREHOUSE_IN_SAGE",
                        "NO_COUNTRY_IN_SAGE",
                        "UNKNOWN_SKU",
                        "NO_TAX_CODE_IN_SAGE",
                        "NO_CHARGE_IN_SAGE");
    }

    private Plan plan(OrderDraft draft) {
        return planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());
    }

    private NewSalesOrder posted(OrderDraft draft) {
        assertThat(plan(draft)).isInstanceOf(Plan.Post.class);
        return documents.get(0);
    }
}
