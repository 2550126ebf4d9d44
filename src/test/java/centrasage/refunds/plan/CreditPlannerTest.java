package centrasage.refunds.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order.TaxShare;
import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturn.Charge;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A table of situations of one return. */
class CreditPlannerTest {
    private static final LocalDate COMPLETED = LocalDate.of(2026, 11, 24);
    private static final PostingKey ORDER = new PostingKey("33", PostingKind.ORDER, "10234");
    private static final OrderStanding POSTED = standing(PostingState.POSTED);
    private static final Charge NOTHING = charge("0");

    private static final String NOMINALS = """
            company,purpose,detail,currency,nominal,cost_centre,department,tax_code
            33,sales,*,GBP,4000,WEB,UK,
            33,shipping,*,*,4905,,,
            """;

    @TempDir
    private Path folder;

    private Mappings mappings;

    @BeforeEach
    void map() throws IOException, MappingFaults {
        ExampleMappings.copyTo(folder);
        nominals("33,return-cost,*,*,4906,,,");
    }

    private void nominals(String more) throws IOException, MappingFaults {
        Files.writeString(folder.resolve("nominals.csv"), NOMINALS + more + "\n");
        mappings = SeedFolder.load(folder);
    }

    private static RefundRules rules(CreditWhen when, ReturnCost cost) {
        return new RefundRules(
                OrdersFrom.parse("2026-11-01"),
                ZoneId.of("Europe/London"),
                "33",
                when,
                Dated.ORDER_TOUCHED,
                cost,
                new BigDecimal("0.05"),
                Set.of("CAPTURE"),
                Optional.of(WithoutReturnVat.PROPORTIONAL));
    }

    private static OrderStanding standing(PostingState state, Reason... reasons) {
        return new OrderStanding(ORDER, state, List.of(reasons));
    }

    /** Two shirts at 20 %, a children's book at none, and carriage. */
    private static NewSalesOrder sold(Line... more) {
        return new NewSalesOrder(
                "33",
                "WEBUK",
                "C10234",
                LocalDate.of(2026, 11, 20),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                Stream.concat(
                                Stream.of(
                                        line(LineType.STANDARD, "SHIRT", "20", 1),
                                        line(LineType.STANDARD, "BOOK", "9", 2),
                                        line(LineType.CHARGE, "CARRIAGE", "4", 1)),
                                Stream.of(more))
                        .toList(),
                Money.of("61.80", "GBP"),
                Money.of("8.80", "GBP"));
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

    private static OrderReturn.Line goods(String sku, int quantity, String gross, String vat, String percent) {
        return goods("ProductOrderLine", sku, quantity, gross, vat, percent);
    }

    private static OrderReturn.Line goods(
            String type, String sku, int quantity, String gross, String vat, String percent) {
        return new OrderReturn.Line(
                1,
                type,
                sku,
                quantity,
                new BigDecimal(gross),
                new BigDecimal(gross).subtract(new BigDecimal(vat)),
                new BigDecimal(percent),
                new BigDecimal(vat).signum() == 0 ? List.of() : List.of(included(percent, vat)));
    }

    private static TaxShare included(String percent, String vat) {
        return new TaxShare(new BigDecimal(percent), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(vat));
    }

    private static Charge charge(String value, TaxShare... taxes) {
        return new Charge(new BigDecimal(value), List.of(taxes));
    }

    private static OrderReturn.Totals besides(Charge shipping, Charge cost, Charge discounts) {
        return new OrderReturn.Totals(shipping, NOTHING, cost, discounts);
    }

    private static final OrderReturn.Totals GOODS_ALONE = besides(NOTHING, NOTHING, NOTHING);

    private static OrderReturn made(String total, String vat, OrderReturn.Totals totals, OrderReturn.Line... lines) {
        return made("COMPLETED", true, total, vat, "GBP", totals, lines);
    }

    private static OrderReturn made(
            String status,
            boolean returnedToStock,
            String total,
            String vat,
            String currency,
            OrderReturn.Totals totals,
            OrderReturn.Line... lines) {
        return made(12, status, returnedToStock, total, vat, currency, totals, lines);
    }

    private static OrderReturn made(
            long id,
            String status,
            boolean returnedToStock,
            String total,
            String vat,
            String currency,
            OrderReturn.Totals totals,
            OrderReturn.Line... lines) {
        return new OrderReturn(
                id,
                10234,
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-23T10:00:00Z"),
                status,
                false,
                returnedToStock,
                returnedToStock ? "Main" : "",
                currency,
                new BigDecimal(total),
                new BigDecimal(total).subtract(new BigDecimal(vat)),
                List.of(lines),
                totals);
    }

    private static OrderReturn shirt() {
        return made("24.00", "4.00", GOODS_ALONE, goods("SHIRT", 1, "24.00", "4.00", "20"));
    }

    private static Situation now(
            OrderStanding order, @Nullable NewSalesOrder sold, List<Money> invoiced, Money... credited) {
        return new Situation(order, sold, Samples.site(), invoiced, List.of(credited), COMPLETED);
    }

    private static Situation invoiced(Money... credited) {
        return now(POSTED, sold(), List.of(Money.of("61.80", "GBP")), credited);
    }

    private Plan plan(OrderReturn made, Situation now) {
        return plan(made, now, CreditWhen.COMPLETED, ReturnCost.OWN_LINE);
    }

    private Plan plan(OrderReturn made, Situation now, CreditWhen when, ReturnCost cost) {
        return new CreditPlanner(SalesDocumentJson::write, rules(when, cost), null).plan(made, now, mappings);
    }

    private SalesDocument credit(OrderReturn made) {
        return credit(plan(made, invoiced()));
    }

    private static SalesDocument credit(Plan plan) {
        assertThat(plan).as("%s", plan).isInstanceOf(Plan.Post.class);
        return SalesDocumentJson.read(((Plan.Post) plan).command().document());
    }

    private static List<String> codes(Plan plan) {
        return plan.match(
                post -> List.of(),
                skip -> List.of(skip.reason().code()),
                hold -> hold.reasons().stream().map(Reason::code).toList());
    }

    private static SalesDocument.TaxShare share(int code, String goods, String tax) {
        return new SalesDocument.TaxShare(code, new BigDecimal(goods), new BigDecimal(tax));
    }

    private static NominalShare nominal(String nominal, String value) {
        return new NominalShare(nominal, new BigDecimal(value));
    }

    @Test
    void a_completed_return_is_a_credit_note_of_its_orders_account_with_the_vat_of_centra() {
        Plan.Post post = (Plan.Post) plan(shirt(), invoiced());
        assertThat(post.after()).isNull();
        assertThat(post.command().key()).isEqualTo(new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/R12"));
        assertThat(post.command().object()).isEqualTo("33/C10234");
        assertThat(post.command().amount()).isEqualTo(Money.of("24.00", "GBP"));
        assertThat(post.command().vat()).isEqualTo(Money.of("4.00", "GBP"));
        assertThat(post.command().businessDate()).isEqualTo(COMPLETED);
        assertThat(credit(post))
                .isEqualTo(new SalesDocument(
                        EntryKind.CREDIT_NOTE,
                        "33",
                        "WEBUK",
                        "C10234",
                        "RETURN-C",
                        COMPLETED,
                        Money.of("24.00", "GBP"),
                        List.of(share(1, "20.00", "4.00")),
                        List.of(nominal("4000/WEB/UK", "20.00"))));
    }

    @Test
    void its_reference_fits_however_long_the_id_of_the_return_is() {
        SalesDocument credit = credit(made(
                99_999_999_999_999L,
                "COMPLETED",
                true,
                "24.00",
                "4.00",
                "GBP",
                GOODS_ALONE,
                goods("SHIRT", 1, "24.00", "4.00", "20")));
        assertThat(credit.secondReference()).isEqualTo("RETURN-ZG3D62R5R").hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void goods_of_several_rates_stand_under_the_tax_codes_of_the_order() {
        SalesDocument credit = credit(made(
                "33.00",
                "4.00",
                GOODS_ALONE,
                goods("SHIRT", 1, "24.00", "4.00", "20"),
                goods("BOOK", 1, "9.00", "0.00", "0")));
        assertThat(credit.taxes()).containsExactly(share(1, "20.00", "4.00"), share(2, "9.00", "0.00"));
    }

    @Test
    void a_part_of_the_quantity_is_credited_with_what_that_part_was_worth() {
        SalesDocument credit = credit(made("7.99", "1.33", GOODS_ALONE, goods("SHIRT", 1, "7.99", "1.33", "20")));
        assertThat(credit.value()).isEqualTo(Money.of("7.99", "GBP"));
        assertThat(credit.taxes()).containsExactly(share(1, "6.66", "1.33"));
    }

    @Test
    void shipping_has_a_nominal_of_its_own_and_may_come_back_alone() {
        SalesDocument credit =
                credit(made("4.80", "0.80", besides(charge("4.80", included("20", "0.80")), NOTHING, NOTHING)));
        assertThat(credit.taxes()).containsExactly(share(1, "4.00", "0.80"));
        assertThat(credit.nominals()).containsExactly(nominal("4905", "4.00"));
    }

    @Test
    void shipping_for_which_centra_names_no_tax_rule_bears_what_is_left_of_the_vat() {
        SalesDocument credit = credit(made(
                "28.80", "4.80", besides(charge("4.80"), NOTHING, NOTHING), goods("SHIRT", 1, "24.00", "4.00", "20")));
        assertThat(credit.taxes()).containsExactly(share(1, "24.00", "4.80"));
    }

    private static OrderReturn withCost() {
        return made(
                "21.00",
                "3.50",
                besides(NOTHING, charge("3.00", included("20", "0.50")), NOTHING),
                goods("SHIRT", 1, "24.00", "4.00", "20"));
    }

    @Test
    void a_return_cost_lessens_the_credit_on_its_own_nominal() {
        SalesDocument credit = credit(withCost());
        assertThat(credit.value()).isEqualTo(Money.of("21.00", "GBP"));
        assertThat(credit.taxes()).containsExactly(share(1, "17.50", "3.50"));
        assertThat(credit.nominals()).containsExactly(nominal("4000/WEB/UK", "20.00"), nominal("4906", "-2.50"));
    }

    @Test
    void a_return_cost_may_come_off_the_sales_where_sage_takes_no_share_below_zero() throws Exception {
        nominals("");
        SalesDocument credit = credit(plan(withCost(), invoiced(), CreditWhen.COMPLETED, ReturnCost.OFF_SALES));
        assertThat(credit.nominals()).containsExactly(nominal("4000/WEB/UK", "17.50"));
    }

    @Test
    void a_nominal_that_is_not_mapped_names_file_and_row() throws Exception {
        nominals("");
        Plan plan = plan(withCost(), invoiced());
        assertThat(codes(plan)).containsExactly("NOMINAL_NOT_MAPPED");
        assertThat(((Plan.Hold) plan).reasons().get(0).what())
                .contains("nominals.csv")
                .contains("return cost");
        nominals("33,return-cost,*,*,,,,");
        assertThat(((Plan.Hold) plan(withCost(), invoiced())).reasons().get(0).what())
                .startsWith("Line 4 of nominals.csv");
    }

    @ParameterizedTest
    @CsvSource({"2.40, 0.40", "-2.40, -0.40"})
    void what_vouchers_took_off_is_not_given_back_whatever_its_sign(String value, String vat) {
        SalesDocument credit = credit(made(
                "21.60",
                "3.60",
                besides(NOTHING, NOTHING, charge(value, included("20", vat))),
                goods("SHIRT", 1, "24.00", "4.00", "20")));
        assertThat(credit.value()).isEqualTo(Money.of("21.60", "GBP"));
        assertThat(credit.taxes()).containsExactly(share(1, "18.00", "3.60"));
        assertThat(credit.nominals()).containsExactly(nominal("4000/WEB/UK", "18.00"));
    }

    @Test
    void a_voucher_on_goods_of_several_rates_is_taken_from_each() {
        SalesDocument credit = credit(made(
                "29.70",
                "3.60",
                besides(NOTHING, NOTHING, charge("3.30", included("20", "0.40"))),
                goods("SHIRT", 1, "24.00", "4.00", "20"),
                goods("BOOK", 1, "9.00", "0.00", "0")));
        assertThat(credit.taxes()).containsExactly(share(1, "18.00", "3.60"), share(2, "8.10", "0.00"));
    }

    @Test
    void tax_that_was_deducted_was_never_paid() {
        TaxShare deducted =
                new TaxShare(new BigDecimal("20"), BigDecimal.ZERO, new BigDecimal("4.00"), new BigDecimal("4.00"));
        OrderReturn.Line line = new OrderReturn.Line(
                1,
                "ProductOrderLine",
                "BOOK",
                1,
                new BigDecimal("24.00"),
                new BigDecimal("20.00"),
                new BigDecimal("20"),
                List.of(deducted));
        SalesDocument credit = credit(made("20.00", "0", GOODS_ALONE, line));
        assertThat(credit.taxes()).containsExactly(share(2, "20.00", "0"));
    }

    @Test
    void net_prices_have_their_vat_on_top() {
        TaxShare added = new TaxShare(new BigDecimal("20"), new BigDecimal("0.80"), BigDecimal.ZERO, BigDecimal.ZERO);
        SalesDocument credit = credit(made("4.80", "0.80", besides(charge("4.00", added), NOTHING, NOTHING)));
        assertThat(credit.taxes()).containsExactly(share(1, "4.00", "0.80"));
    }

    @Test
    void a_bundle_is_credited_once() {
        OrderReturn.Line bundle = goods("BundleOrderLine", "SET", 1, "24.00", "4.00", "20");
        OrderReturn.Line item = goods("BundleItemOrderLine", "SHIRT", 1, "24.00", "4.00", "20");
        assertThat(credit(made("24.00", "4.00", GOODS_ALONE, bundle, item)).value())
                .isEqualTo(Money.of("24.00", "GBP"));
        assertThat(credit(made("48.00", "8.00", GOODS_ALONE, bundle, item)).value())
                .isEqualTo(Money.of("48.00", "GBP"));
    }

    @Test
    void a_penny_that_the_parts_miss_goes_on_the_largest_and_more_is_held() {
        SalesDocument credit = credit(made("24.01", "4.00", GOODS_ALONE, goods("SHIRT", 1, "24.00", "4.00", "20")));
        assertThat(credit.taxes()).containsExactly(share(1, "20.01", "4.00"));
        assertThat(codes(
                        plan(made("24.06", "4.00", GOODS_ALONE, goods("SHIRT", 1, "24.00", "4.00", "20")), invoiced())))
                .containsExactly("RETURN_TOTALS");
    }

    @Test
    void vat_that_the_parts_do_not_explain_is_held() {
        assertThat(codes(
                        plan(made("24.00", "3.00", GOODS_ALONE, goods("SHIRT", 1, "24.00", "4.00", "20")), invoiced())))
                .containsExactly("RETURN_VAT");
    }

    @Test
    void a_rate_that_the_order_does_not_have_is_held() {
        assertThat(codes(plan(made("10.50", "0.50", GOODS_ALONE, goods("SHIRT", 1, "10.50", "0.50", "5")), invoiced())))
                .containsExactly("RETURN_TAX_CODE");
    }

    @Test
    void of_two_tax_codes_of_one_rate_the_products_own_counts_and_pennies_never() throws Exception {
        nominals("33,rounding,ROUNDING,*,4900,,,91");
        NewSalesOrder sold =
                sold(line(LineType.STANDARD, "CARD", "1", 0), line(LineType.CHARGE, "ROUNDING", "0.01", 91));
        Situation now = now(POSTED, sold, List.of(Money.of("61.80", "GBP")));
        assertThat(credit(plan(made("9.00", "0.00", GOODS_ALONE, goods("BOOK", 1, "9.00", "0.00", "0")), now))
                        .taxes())
                .containsExactly(share(2, "9.00", "0.00"));
        assertThat(codes(plan(made("9.00", "0", GOODS_ALONE, goods("OTHER", 1, "9.00", "0", "0")), now)))
                .containsExactly("RETURN_TAX_CODE");
        Plan ofShipping = plan(made("9.00", "0", besides(charge("9.00"), NOTHING, NOTHING)), now);
        assertThat(codes(ofShipping)).containsExactly("RETURN_TAX_CODE");
    }

    @Test
    void what_takes_more_off_than_it_gives_is_held() {
        assertThat(codes(plan(
                        made(
                                "6.00",
                                "-0.50",
                                besides(NOTHING, charge("3.00", included("20", "0.50")), NOTHING),
                                goods("BOOK", 1, "9.00", "0", "0")),
                        invoiced())))
                .contains("CREDIT_BELOW_ZERO");
        assertThat(codes(plan(
                        made(
                                "-1.00",
                                "0",
                                besides(NOTHING, charge("10.00"), NOTHING),
                                goods("BOOK", 1, "9.00", "0", "0")),
                        invoiced())))
                .containsExactly("RETURN_AMOUNT");
    }

    @Test
    void gift_cards_and_orders_that_certificates_paid_a_part_of_are_a_persons() {
        assertThat(codes(plan(
                        made(
                                "24.00",
                                "4.00",
                                GOODS_ALONE,
                                goods("GiftCertificateOrderLine", "SHIRT", 1, "24.00", "4.00", "20")),
                        invoiced())))
                .containsExactly("RETURN_OF_GIFT_CARD");
        NewSalesOrder paid = sold(line(LineType.CHARGE, "GIFTCARD", "-10.00", 90));
        OrderReturn voucher = made(
                "21.60",
                "3.60",
                besides(NOTHING, NOTHING, charge("2.40", included("20", "0.40"))),
                goods("SHIRT", 1, "24.00", "4.00", "20"));
        assertThat(codes(plan(voucher, now(POSTED, paid, List.of(Money.of("51.80", "GBP"))))))
                .containsExactly("RETURN_OF_GIFT_CARD");
        assertThat(codes(plan(shirt(), now(POSTED, paid, List.of(Money.of("51.80", "GBP"))))))
                .isEmpty();
    }

    @Test
    void the_currency_is_that_of_the_order() {
        OrderReturn euros =
                made("COMPLETED", true, "24.00", "4.00", "EUR", GOODS_ALONE, goods("SHIRT", 1, "24.00", "4.00", "20"));
        assertThat(codes(plan(euros, invoiced()))).containsExactly("RETURN_CURRENCY");
        assertThat(codes(plan(shirt(), now(POSTED, sold(), List.of(Money.of("61.80", "EUR"))))))
                .containsExactly("RETURN_CURRENCY");
    }

    @Test
    void a_return_is_not_credited_before_it_is_completed_and_nothing_is_guessed_of_its_status() {
        assertThat(codes(plan(status("PENDING"), invoiced()))).containsExactly("RETURN_NOT_COMPLETED");
        assertThat(plan(status("PENDING"), invoiced())).isInstanceOf(Plan.Skip.class);
        assertThat(codes(plan(status("INSPECTED"), invoiced()))).containsExactly("RETURN_STATUS");
    }

    private static OrderReturn status(String status) {
        return made(status, true, "24.00", "4.00", "GBP", GOODS_ALONE, goods("SHIRT", 1, "24.00", "4.00", "20"));
    }

    @Test
    void where_goods_must_be_back_first_a_return_that_went_nowhere_is_held() {
        OrderReturn nowhere =
                made("COMPLETED", false, "24.00", "4.00", "GBP", GOODS_ALONE, goods("SHIRT", 1, "24.00", "4.00", "20"));
        assertThat(codes(plan(nowhere, invoiced(), CreditWhen.RETURNED_TO_STOCK, ReturnCost.OWN_LINE)))
                .containsExactly("NOT_RETURNED_TO_STOCK");
        assertThat(codes(plan(shirt(), invoiced(), CreditWhen.RETURNED_TO_STOCK, ReturnCost.OWN_LINE)))
                .isEmpty();
        assertThat(codes(plan(nowhere, invoiced()))).as("at once").isEmpty();
    }

    @Test
    void what_is_not_invoiced_yet_waits_and_says_that_it_goes_out_by_itself() {
        Plan plan = plan(shirt(), now(POSTED, sold(), List.of()));
        assertThat(codes(plan)).containsExactly("ORDER_NOT_INVOICED");
        assertThat(((Plan.Hold) plan).reasons().get(0).remedy()).contains("by itself");
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"PLANNED", "WAITING", "SENDING", "IN_DOUBT", "LOCKED", "PARKED", "REFUSED", "HELD"})
    void an_order_that_is_not_in_sage_yet_is_waited_for(PostingState state) {
        assertThat(codes(plan(shirt(), now(standing(state), null, List.of())))).containsExactly("ORDER_NOT_IN_SAGE");
    }

    @Test
    void what_is_not_for_the_ledger_is_not_credited_there() {
        Reason test = new Reason("INTERNAL", Owner.CX, "It is a test", "Nothing");
        Plan plan = plan(shirt(), now(standing(PostingState.SKIPPED, test), null, List.of()));
        assertThat(codes(plan)).containsExactly("ORDER_NOT_POSTED");
        assertThat(((Plan.Skip) plan).reason().what()).contains("It is a test");
        assertThat(codes(plan(shirt(), now(OrderStanding.UNKNOWN, null, List.of()))))
                .containsExactly("ORDER_NOT_POSTED");
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"ABANDONED", "REVERSED"})
    void what_was_settled_by_hand_is_credited_by_hand(PostingState state) {
        assertThat(codes(plan(shirt(), now(standing(state), null, List.of())))).containsExactly("ORDER_GIVEN_UP");
    }

    @Test
    void of_an_order_whose_shipments_are_invoiced_a_return_is_credited_against_these() {
        Reason validated = new Reason(OrderStanding.VALIDATED_ONLY, Owner.FINANCE, "It is validated", "Nothing");
        OrderStanding order = standing(PostingState.SKIPPED, validated);
        assertThat(codes(plan(shirt(), now(order, sold(), List.of())))).containsExactly("ORDER_NOT_INVOICED");
        List<Money> invoiced = List.of(Money.of("61.80", "GBP"));
        assertThat(codes(plan(shirt(), now(order, null, invoiced)))).containsExactly("ORDER_LINES_UNKNOWN");
        assertThat(plan(shirt(), now(order, sold(), invoiced)))
                .isEqualTo(plan(shirt(), now(POSTED, sold(), invoiced)))
                .isInstanceOf(Plan.Post.class);
    }

    @Test
    void an_order_whose_text_is_gone_has_no_tax_codes() {
        assertThat(codes(plan(shirt(), now(POSTED, null, List.of(Money.of("61.80", "GBP"))))))
                .containsExactly("ORDER_LINES_UNKNOWN");
    }

    @Test
    void never_more_is_credited_than_was_invoiced() {
        assertThat(codes(plan(shirt(), invoiced(Money.of("37.80", "GBP"))))).isEmpty();
        assertThat(codes(plan(shirt(), invoiced(Money.of("30.00", "GBP"), Money.of("7.86", "GBP")))))
                .containsExactly("CREDIT_ABOVE_INVOICE");
    }

    @Test
    void the_pennies_by_which_sage_has_invoiced_less_are_not_credited_and_lessen_no_vat() {
        SalesDocument whole = credit(plan(shirt(), invoiced()));
        SalesDocument fitted = credit(plan(shirt(), invoiced(Money.of("30.00", "GBP"), Money.of("7.83", "GBP"))));
        assertThat(fitted.value()).isEqualTo(Money.of("23.97", "GBP"));
        assertThat(fitted.tax()).isEqualByComparingTo(whole.tax());
        assertThat(fitted.goods()).isEqualByComparingTo(whole.goods().subtract(new BigDecimal("0.03")));
    }

    @Test
    void what_comes_to_nothing_or_is_gone_is_no_credit() {
        assertThat(codes(plan(made("0", "0", GOODS_ALONE), invoiced()))).containsExactly("NO_VALUE");
        OrderReturn gone = new OrderReturn(
                12,
                10234,
                Instant.EPOCH,
                Instant.EPOCH,
                "PENDING",
                true,
                true,
                "Main",
                "GBP",
                BigDecimal.TEN,
                BigDecimal.TEN,
                List.of(),
                GOODS_ALONE);
        assertThat(codes(plan(gone, invoiced()))).containsExactly("RETURN_DELETED");
    }
}
