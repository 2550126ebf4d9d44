package centrasage.refunds.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPayments.Entry;
import centrasage.flow.OrderStanding;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.mapping.ExampleMappings;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.money.Money;
import centrasage.orders.plan.Samples;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundRules.CreditWhen;
import centrasage.refunds.RefundRules.Dated;
import centrasage.refunds.RefundRules.ReturnCost;
import centrasage.refunds.RefundRules.WithoutReturnVat;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import centrasage.sage200.ledger.SalesDocumentJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of situations of money that was given back without goods. The order: a shirt, a book without VAT and carriage, 37.80. */
class GoodwillPlannerTest {
    private static final PostingKey ORDER = new PostingKey("33", PostingKind.ORDER, "10234");
    private static final OrderStanding POSTED = new OrderStanding(ORDER, PostingState.POSTED, List.of());
    private static final Instant LATE_EVENING = Instant.parse("2026-11-24T23:30:00Z");
    private static final LocalDate NEXT_DAY_IN_STOCKHOLM = LocalDate.of(2026, 11, 25);
    private static final OtherCredits NONE = OtherCredits.NONE;

    private static final String NOMINALS = """
            company,purpose,detail,currency,nominal,cost_centre,department,tax_code
            33,rounding,ROUNDING,*,4900,,,91
            33,gift-card,GIFTCARD,*,2300,,,90
            33,sales,*,GBP,4000,WEB,UK,
            33,shipping,*,*,4905,,,
            """;

    @TempDir
    private Path folder;

    private Mappings mappings;
    private String total = "37.80";
    private String status = "SHIPPED";
    private @Nullable WithoutReturnVat rule = WithoutReturnVat.PROPORTIONAL;
    private NewSalesOrder sold = sold(LineType.STANDARD, LineType.STANDARD);
    private OrderStanding order = POSTED;
    private List<Money> invoiced = List.of(gbp("37.80"));

    @BeforeEach
    void map() throws IOException, MappingFaults {
        ExampleMappings.copyTo(folder);
        nominals("33,goodwill,*,*,7500,,,90");
    }

    private void nominals(String more) throws IOException, MappingFaults {
        Files.writeString(folder.resolve("nominals.csv"), NOMINALS + more + "\n");
        mappings = SeedFolder.load(folder);
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static NewSalesOrder sold(LineType shirt, LineType book) {
        return sold(List.of(
                line(shirt, "SHIRT", "20", 1), line(book, "BOOK", "9", 2), line(LineType.CHARGE, "CARRIAGE", "4", 1)));
    }

    private static NewSalesOrder sold(List<Line> lines) {
        return new NewSalesOrder(
                "33",
                "WEBUK",
                "C10234",
                LocalDate.of(2026, 11, 20),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                lines,
                gbp("37.80"),
                gbp("4.80"));
    }

    private static Line line(LineType type, String code, String price, int taxCode) {
        return new Line(
                type,
                code,
                null,
                "WEB",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal(price),
                taxCode,
                null,
                Map.of());
    }

    private static Entry captured(String value) {
        return entry(1, "CAPTURE", value, "PSP-1", null);
    }

    private static Entry refund(int id, String value) {
        return entry(id, "REFUND", value, "PSP-1-R" + id, null);
    }

    private static Entry refundOf(int id, String value, long returned) {
        return entry(id, "REFUND", value, "PSP-1-R" + id, returned);
    }

    private static Entry entry(int id, String type, String value, String reference, @Nullable Long ofReturn) {
        return new Entry(id, LATE_EVENING, type, "SUCCESS", new BigDecimal(value), "GBP", reference, "adyen", ofReturn);
    }

    private OrderPayments payments(Entry... entries) {
        return new OrderPayments(
                10234,
                status,
                Instant.parse("2026-11-20T10:00:00Z"),
                "UK",
                "United Kingdom",
                "GBP",
                "GB",
                "",
                new BigDecimal(total),
                List.of(entries));
    }

    private RefundRules rules() {
        return new RefundRules(
                OrdersFrom.parse("2026-11-01"),
                ZoneId.of("Europe/Stockholm"),
                "33",
                CreditWhen.COMPLETED,
                Dated.ORDER_TOUCHED,
                ReturnCost.OFF_SALES,
                new BigDecimal("0.05"),
                Set.of("CAPTURE"),
                Optional.ofNullable(rule));
    }

    private List<Plan> plans(OtherCredits others, Entry... entries) {
        Situation now = new Situation(order, sold, Samples.site(), invoiced, List.of(), LocalDate.of(2026, 11, 20));
        return new RefundsOfOrder(payments(entries), others, now, rules())
                .plans(new GoodwillPlanner(SalesDocumentJson::write, rules()), mappings).stream()
                        .map(RefundsOfOrder.Decided::plan)
                        .toList();
    }

    private SalesDocument credit(Entry... entries) {
        List<Plan> plans = plans(NONE, entries);
        assertThat(plans).singleElement().isInstanceOf(Plan.Post.class);
        return SalesDocumentJson.read(((Plan.Post) plans.get(0)).command().document());
    }

    /** What each plan comes to: the amount of a credit note, or the codes of the reasons. */
    private static List<String> words(List<Plan> plans) {
        return plans.stream()
                .map(plan -> plan.match(
                        post -> post.command().amount().amount().toPlainString(),
                        skip -> skip.reason().code(),
                        hold -> String.join(
                                "+", hold.reasons().stream().map(Reason::code).toList())))
                .toList();
    }

    private List<String> words(Entry... entries) {
        return words(plans(NONE, entries));
    }

    private static OtherCredits returned(String value) {
        return new OtherCredits(Map.of(12L, gbp(value)), List.of(gbp(value)), Map.of());
    }

    private static OtherCredits sent(int id, String value) {
        return new OtherCredits(Map.of(), List.of(), Map.of("10234/P" + id, gbp(value)));
    }

    private static TaxShare share(int code, String goods, String tax) {
        return new TaxShare(code, new BigDecimal(goods), new BigDecimal(tax));
    }

    private static NominalShare nominal(String nominal, String value) {
        return new NominalShare(nominal, new BigDecimal(value));
    }

    @Test
    void a_refund_without_a_return_is_a_credit_note_over_all_that_was_sold() {
        assertThat(credit(captured("37.80"), refund(77, "-7.56")))
                .isEqualTo(new SalesDocument(
                        EntryKind.CREDIT_NOTE,
                        "33",
                        "WEBUK",
                        "C10234",
                        "REFUND-25",
                        NEXT_DAY_IN_STOCKHOLM,
                        gbp("7.56"),
                        List.of(share(1, "4.80", "0.96"), share(2, "1.80", "0.00")),
                        List.of(nominal("4000/WEB/UK", "5.80"), nominal("4905", "0.80"))));
    }

    @Test
    void its_posting_is_named_by_the_payment_and_the_day_is_that_of_the_site() {
        Plan.Post post =
                (Plan.Post) plans(NONE, captured("37.80"), refund(77, "7.56")).get(0);
        assertThat(post.command().key()).isEqualTo(new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/P77"));
        assertThat(post.command().object()).isEqualTo("33/C10234");
        assertThat(post.command().vat()).isEqualTo(gbp("0.96"));
        assertThat(post.command().businessDate()).isEqualTo(NEXT_DAY_IN_STOCKHOLM);
        assertThat(post.after()).isNull();
    }

    @Test
    void pennies_are_lost_nowhere() {
        for (int minor = 1; minor <= 3780; minor += 37) {
            String value = BigDecimal.valueOf(minor, 2).toPlainString();
            assertThat(credit(captured("37.80"), refund(77, value)).value()).isEqualTo(gbp(value));
        }
    }

    @Test
    void what_is_for_the_shipping_lessens_the_shipping_alone() {
        rule = WithoutReturnVat.SHIPPING;
        SalesDocument credit = credit(captured("37.80"), refund(77, "4.80"));
        assertThat(credit.taxes()).containsExactly(share(1, "4.00", "0.80"));
        assertThat(credit.nominals()).containsExactly(nominal("4905", "4.00"));
    }

    @Test
    void what_is_more_than_the_shipping_lessens_the_goods() {
        rule = WithoutReturnVat.SHIPPING;
        SalesDocument credit = credit(captured("37.80"), refund(77, "10.00"));
        assertThat(credit.taxes()).containsExactly(share(1, "7.15", "1.43"), share(2, "1.42", "0.00"));
        assertThat(credit.nominals()).containsExactly(nominal("4000/WEB/UK", "4.57"), nominal("4905", "4.00"));
    }

    @Test
    void an_order_without_shipping_bears_it_in_proportion() {
        rule = WithoutReturnVat.SHIPPING;
        sold = sold(List.of(line(LineType.STANDARD, "SHIRT", "20", 1)));
        assertThat(credit(captured("37.80"), refund(77, "12.00")).taxes()).containsExactly(share(1, "10.00", "2.00"));
    }

    @Test
    void it_may_lessen_no_sale_at_all() {
        rule = WithoutReturnVat.NONE;
        SalesDocument credit = credit(captured("37.80"), refund(77, "7.56"));
        assertThat(credit.taxes()).containsExactly(share(90, "7.56", "0"));
        assertThat(credit.nominals()).containsExactly(nominal("7500", "7.56"));
    }

    @Test
    void what_lessens_no_sale_needs_its_row_with_an_account_and_a_tax_code_without_vat() throws Exception {
        rule = WithoutReturnVat.NONE;
        nominals("");
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("NOMINAL_NOT_MAPPED");
        nominals("33,goodwill,*,*,,,,90");
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("GOODWILL_BOOKING");
        nominals("33,goodwill,*,*,7500,,,");
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("GOODWILL_BOOKING");
        nominals("33,goodwill,*,*,7500,,,1");
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("GOODWILL_TAX_CODE");
    }

    @Test
    void nobody_decides_about_the_vat_but_the_adviser() {
        rule = null;
        Plan.Hold hold =
                (Plan.Hold) plans(NONE, captured("37.80"), refund(77, "7.56")).get(0);
        assertThat(hold.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("REFUND_VAT_RULE");
            assertThat(reason.owner()).isEqualTo(Owner.FINANCE);
            assertThat(reason.what()).startsWith("Refund 77 of order 10234").contains("refunds.without-return-vat");
            assertThat(reason.remedy()).startsWith("Ask your VAT adviser");
        });
        invoiced = List.of();
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("ORDER_NOT_INVOICED+REFUND_VAT_RULE");
    }

    @Test
    void pennies_gift_cards_and_certificates_are_no_sale() {
        sold = sold(List.of(
                line(LineType.STANDARD, "SHIRT", "20", 1),
                line(LineType.CHARGE, "ROUNDING", "0.01", 91),
                line(LineType.CHARGE, "GIFTCARD", "50", 90),
                line(LineType.CHARGE, "GIFTCARD", "-10", 90)));
        assertThat(credit(captured("37.80"), refund(77, "12.00")).taxes()).containsExactly(share(1, "10.00", "2.00"));
        sold = sold(List.of(line(LineType.CHARGE, "GIFTCARD", "50", 90)));
        assertThat(words(captured("37.80"), refund(77, "12.00"))).containsExactly("REFUND_NOTHING_SOLD");
    }

    @Test
    void a_missing_nominal_is_told_once() throws Exception {
        Files.writeString(
                folder.resolve("nominals.csv"),
                "company,purpose,detail,currency,nominal,cost_centre,department,tax_code\n33,shipping,*,*,4905,,,\n");
        mappings = SeedFolder.load(folder);
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("NOMINAL_NOT_MAPPED");
    }

    @Test
    void it_waits_for_the_invoice_as_returns_do() {
        invoiced = List.of();
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("ORDER_NOT_INVOICED");
        order = new OrderStanding(ORDER, PostingState.PLANNED, List.of());
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("ORDER_NOT_IN_SAGE");
        order = new OrderStanding(ORDER, PostingState.ABANDONED, List.of());
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("ORDER_GIVEN_UP");
        order = new OrderStanding(ORDER, PostingState.SKIPPED, List.of());
        assertThat(words(captured("37.80"), refund(77, "7.56"))).containsExactly("ORDER_NOT_POSTED");
    }

    @Test
    void never_more_is_credited_than_was_invoiced() {
        invoiced = List.of(gbp("12.00"));
        assertThat(words(captured("37.80"), refund(77, "7.56"), refund(78, "5.00")))
                .containsExactly("7.56", "CREDIT_ABOVE_INVOICE");
        assertThat(words(plans(returned("10.00"), captured("37.80"), refund(77, "7.56"), refundOf(78, "10.00", 12))))
                .containsExactly("CREDIT_ABOVE_INVOICE");
    }

    @Test
    void a_line_that_was_cancelled_before_it_left_was_never_sold() {
        total = "13.80";
        assertThat(words(captured("37.80"), refund(77, "24.00"))).containsExactly("NO_CREDIT_DUE");
    }

    @Test
    void of_a_cancelled_order_nothing_is_due_unless_it_was_invoiced_all_the_same() {
        status = "CANCELLED";
        invoiced = List.of();
        assertThat(words(captured("37.80"), refund(77, "37.80"))).containsExactly("NO_CREDIT_DUE");
        invoiced = List.of(gbp("37.80"));
        assertThat(words(captured("37.80"), refund(77, "37.80"))).containsExactly("37.80");
    }

    @Test
    void beside_a_cancelled_line_the_rest_is_due_whichever_came_first() {
        total = "13.80";
        assertThat(words(captured("37.80"), refund(77, "24.00"), refund(78, "5.00")))
                .containsExactly("NO_CREDIT_DUE", "5.00");
        assertThat(words(captured("37.80"), refund(77, "5.00"), refund(78, "24.00")))
                .containsExactly("5.00", "NO_CREDIT_DUE");
        assertThat(words(captured("37.80"), refund(77, "29.00"))).containsExactly("5.00");
        assertThat(words(plans(sent(77, "5.00"), captured("37.80"), refund(77, "5.00"), refund(78, "24.00"))))
                .containsExactly("5.00", "NO_CREDIT_DUE");
    }

    @Test
    void two_partial_refunds_at_once_have_a_credit_note_each() {
        assertThat(words(captured("37.80"), refund(77, "5.00"), refund(78, "5.00")))
                .containsExactly("5.00", "5.00");
    }

    @Test
    void what_was_given_back_twice_is_credited_once() {
        assertThat(words(captured("37.80"), refund(77, "37.80"), refund(78, "37.80")))
                .containsExactly("37.80", "NO_CREDIT_DUE");
        assertThat(words(plans(sent(78, "37.80"), captured("37.80"), refund(77, "37.80"), refund(78, "37.80"))))
                .containsExactly("NO_CREDIT_DUE", "37.80");
    }

    @Test
    void money_of_a_kind_that_is_none_here_is_not_credited() {
        assertThat(words(entry(1, "MARKED_AS_PAID", "37.80", "", null), refund(77, "5.00")))
                .containsExactly("NO_CREDIT_DUE");
    }

    @Test
    void only_a_part_may_be_captured_by_now() {
        assertThat(words(captured("24.00"), refund(77, "5.00"))).containsExactly("5.00");
    }

    @Test
    void a_gift_card_that_gets_something_back_counts_as_well() {
        assertThat(words(
                        entry(1, "CAPTURE_GIFT_CARD", "37.80", "", null),
                        entry(77, "REFUND_GIFT_CARD", "5.00", "", null)))
                .containsExactly("5.00");
    }

    @Test
    void beside_a_return_each_has_its_own_credit_in_whatever_order_they_come() {
        Entry[] all = {captured("37.80"), refundOf(76, "9.00", 12), refund(77, "5.00")};
        assertThat(words(plans(NONE, all))).as("before the return is completed").containsExactly("5.00");
        assertThat(words(plans(returned("9.00"), all))).as("and after that").containsExactly("5.00");
    }

    @Test
    void what_pays_for_a_return_that_is_credited_is_credited_once() {
        assertThat(words(plans(returned("9.00"), captured("37.80"), refund(77, "9.00"))))
                .as("a refund that names no return, and is for one")
                .containsExactly("NO_CREDIT_DUE");
        assertThat(words(plans(returned("9.00"), captured("37.80"), refund(77, "9.00"), refund(78, "5.00"))))
                .containsExactly("NO_CREDIT_DUE", "5.00");
    }

    @Test
    void a_refund_that_came_back_is_not_due_and_told_once_it_was_credited() {
        Entry back = entry(79, "CAPTURE", "5.00", "PSP-1-R77", null);
        assertThat(words(captured("37.80"), refund(77, "5.00"), back)).containsExactly("NO_CREDIT_DUE");
        assertThat(words(plans(sent(77, "5.00"), captured("37.80"), refund(77, "5.00"), back)))
                .containsExactly("NO_REFUND_ANY_MORE");
    }

    @Test
    void a_later_capture_of_the_rest_is_no_refund_that_came_back() {
        Entry rest = entry(79, "CAPTURE", "5.00", "PSP-1-R77", null);
        assertThat(words(plans(sent(77, "5.00"), captured("32.80"), refund(77, "5.00"), rest)))
                .containsExactly("5.00");
    }

    @Test
    void an_amount_or_a_currency_that_cannot_be_is_a_persons() {
        assertThat(words(captured("37.80"), refund(77, "5.005"))).containsExactly("REFUND_AMOUNT");
        Entry euro =
                new Entry(77, LATE_EVENING, "REFUND", "SUCCESS", new BigDecimal("5.00"), "EUR", "PSP", "adyen", null);
        assertThat(words(captured("37.80"), euro)).containsExactly("REFUND_CURRENCY");
        invoiced = List.of(Money.of("37.80", "EUR"));
        assertThat(words(captured("37.80"), refund(77, "5.00"))).containsExactly("REFUND_CURRENCY");
    }

    @Test
    void what_comes_to_nothing_is_skipped() {
        assertThat(words(captured("37.80"), refund(77, "0"))).containsExactly("NO_VALUE");
    }

    @Test
    void only_money_that_has_gone_counts() {
        Entry asked =
                new Entry(77, LATE_EVENING, "REFUND", "PENDING", new BigDecimal("5.00"), "GBP", "PSP", "adyen", null);
        assertThat(words(captured("37.80"), asked, entry(78, "REFUND_REQUEST", "5.00", "", null)))
                .isEmpty();
    }
}
