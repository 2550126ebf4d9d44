package centrasage.refunds.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order.TaxShare;
import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturn.Charge;
import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.OrdersFrom;
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
import centrasage.refunds.SalesReturnRules;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.SalesReturnJson;
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

/** A table of situations of one return of an order of two shirts, a book without VAT and carriage, which is to become a sales return. */
class SalesReturnPlannerTest {
    private static final LocalDate COMPLETED = LocalDate.of(2026, 11, 24);
    private static final PostingKey ORDER = new PostingKey("33", PostingKind.ORDER, "10234");
    private static final Charge NOTHING = charge("0");

    private static final String NOMINALS = """
            company,purpose,detail,currency,nominal,cost_centre,department,tax_code
            33,sales,*,GBP,4000,WEB,UK,
            33,shipping,*,*,4905,,,
            33,return-cost,*,*,4906,,,
            33,rounding,ROUNDING,*,4900,,,91
            """;

    @TempDir
    private Path folder;

    private Mappings mappings;

    @BeforeEach
    void map() throws IOException, MappingFaults {
        ExampleMappings.copyTo(folder);
        Files.writeString(folder.resolve("nominals.csv"), NOMINALS);
        mappings = SeedFolder.load(folder);
    }

    private static NewSalesOrder sold() {
        return new NewSalesOrder(
                "33",
                "WEBUK",
                "C10234",
                LocalDate.of(2026, 11, 20),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of("analysis_code_1", "CENTRA"),
                List.of(
                        line(LineType.STANDARD, "SHIRT", "WEB", "2", "20", 1),
                        line(LineType.STANDARD, "BOOK", "WEB", "1", "9", 2),
                        line(LineType.CHARGE, "CARRIAGE", null, "1", "4", 1)),
                Money.of("61.80", "GBP"),
                Money.of("8.80", "GBP"));
    }

    private static Line line(
            LineType type, String code, @Nullable String warehouse, String quantity, String price, int taxCode) {
        return new Line(
                type,
                code,
                null,
                warehouse,
                new BigDecimal(quantity),
                new BigDecimal(quantity),
                new BigDecimal(price),
                taxCode,
                null,
                Map.of("analysis_code_2", code));
    }

    private static OrderReturn.Line goods(String sku, int quantity, String gross, String vat) {
        BigDecimal tax = new BigDecimal(vat);
        return new OrderReturn.Line(
                1,
                "ProductOrderLine",
                sku,
                quantity,
                new BigDecimal(gross),
                new BigDecimal(gross).subtract(tax),
                new BigDecimal(tax.signum() == 0 ? "0" : "20"),
                tax.signum() == 0 ? List.of() : List.of(included(vat)));
    }

    private static TaxShare included(String vat) {
        return new TaxShare(new BigDecimal("20"), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(vat));
    }

    private static Charge charge(String value, TaxShare... taxes) {
        return new Charge(new BigDecimal(value), List.of(taxes));
    }

    private static OrderReturn made(
            String total, String vat, Charge shipping, Charge cost, Charge discounts, OrderReturn.Line... lines) {
        return new OrderReturn(
                12,
                10234,
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-23T10:00:00Z"),
                "COMPLETED",
                false,
                true,
                "Main",
                "GBP",
                new BigDecimal(total),
                new BigDecimal(total).subtract(new BigDecimal(vat)),
                List.of(lines),
                new OrderReturn.Totals(shipping, NOTHING, cost, discounts));
    }

    private static OrderReturn shirt() {
        return made("24.00", "4.00", NOTHING, NOTHING, NOTHING, goods("SHIRT", 1, "24.00", "4.00"));
    }

    private static Situation now(PostingKind kind, String noSalesReturns) {
        return new Situation(
                new OrderStanding(new PostingKey("33", kind, ORDER.sourceKey()), PostingState.POSTED, List.of()),
                sold(),
                Samples.site(),
                List.of(Money.of("61.80", "GBP")),
                List.of(),
                COMPLETED,
                noSalesReturns,
                "");
    }

    private Plan plan(OrderReturn made) {
        return plan(made, now(PostingKind.ORDER, ""), true);
    }

    private Plan plan(OrderReturn made, Situation now, boolean takesBelowZero) {
        RefundRules rules = new RefundRules(
                OrdersFrom.parse("2026-11-01"),
                ZoneId.of("Europe/London"),
                "33",
                CreditWhen.COMPLETED,
                Dated.ORDER_TOUCHED,
                ReturnCost.OWN_LINE,
                new BigDecimal("0.05"),
                Set.of("CAPTURE"),
                Optional.empty());
        SalesReturns returns = new SalesReturns(
                SalesReturnJson::write,
                new SalesReturnRules(new BigDecimal("0.05"), takesBelowZero),
                ReturnCost.OWN_LINE);
        return new CreditPlanner(SalesDocumentJson::write, rules, returns).plan(made, now, mappings);
    }

    private static Command command(Plan plan) {
        assertThat(plan).as("%s", plan).isInstanceOf(Plan.Post.class);
        return ((Plan.Post) plan).command();
    }

    private static NewSalesOrder back(Plan plan) {
        return SalesReturnJson.read(command(plan).document());
    }

    private static List<String> codes(Plan plan) {
        return plan.match(
                post -> List.of(),
                skip -> List.of(skip.reason().code()),
                hold -> hold.reasons().stream().map(Reason::code).toList());
    }

    @Test
    void goods_go_back_as_they_were_sold_under_the_key_of_their_return() {
        Plan plan = plan(shirt());
        assertThat(command(plan).key()).isEqualTo(new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/R12"));
        assertThat(command(plan).object()).isEqualTo("33/C10234");
        assertThat(command(plan).amount()).isEqualTo(Money.of("24.00", "GBP"));
        assertThat(command(plan).vat()).isEqualTo(Money.of("4.00", "GBP"));
        NewSalesOrder back = back(plan);
        assertThat(back.customerDocumentNo()).isEqualTo("C10234-R12");
        assertThat(back.customer()).isEqualTo("WEBUK");
        assertThat(back.documentDate()).isEqualTo(COMPLETED);
        assertThat(back.fields()).isEqualTo(sold().fields());
        assertThat(back.lines()).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("SHIRT");
            assertThat(line.warehouse()).isEqualTo("WEB");
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.toAllocate()).isZero();
            assertThat(line.unitPrice()).isEqualByComparingTo("20");
            assertThat(line.taxCode()).isEqualTo(1);
            assertThat(line.fields()).containsEntry("analysis_code_2", "SHIRT");
        });
    }

    @Test
    void shipping_goes_back_with_the_charge_of_the_order_and_the_return_cost_comes_off_on_its_own_nominal() {
        OrderReturn made = made(
                "31.80",
                "3.80",
                charge("4.80", included("0.80")),
                charge("6.00", included("1.00")),
                NOTHING,
                goods("SHIRT", 1, "24.00", "4.00"),
                goods("BOOK", 1, "9.00", "0.00"));
        NewSalesOrder back = back(plan(made));
        assertThat(back.lines()).extracting(Line::code).containsExactly("SHIRT", "BOOK", "CARRIAGE", null);
        assertThat(back.lines().get(2).unitPrice()).isEqualByComparingTo("4");
        assertThat(back.lines().get(3).unitPrice()).isEqualByComparingTo("-5");
        assertThat(back.lines().get(3).nominal()).isEqualTo("4906");
        assertThat(back.lines().get(3).description()).isEqualTo("Return cost");
        assertThat(back.total()).isEqualTo(Money.of("31.80", "GBP"));
    }

    @Test
    void a_charge_below_zero_that_the_site_does_not_take_holds_it() {
        OrderReturn made = made(
                "18.00",
                "3.00",
                NOTHING,
                charge("6.00", included("1.00")),
                NOTHING,
                goods("SHIRT", 1, "24.00", "4.00"));
        assertThat(codes(plan(made, now(PostingKind.ORDER, ""), false))).containsExactly("RETURN_CHARGE_BELOW_ZERO");
        assertThat(codes(plan(shirt(), now(PostingKind.ORDER, ""), false))).isEmpty();
    }

    @Test
    void pennies_that_no_price_carries_are_a_charge_without_vat() {
        NewSalesOrder back =
                back(plan(made("24.02", "4.00", NOTHING, NOTHING, NOTHING, goods("SHIRT", 1, "24.02", "4.00"))));
        assertThat(back.lines().get(1).code()).isEqualTo("ROUNDING");
        assertThat(back.lines().get(1).taxCode()).isEqualTo(91);
        assertThat(back.lines().get(1).unitPrice()).isEqualByComparingTo("0.02");
        assertThat(back.total()).isEqualTo(Money.of("24.02", "GBP"));
    }

    @Test
    void what_is_given_back_otherwise_than_it_was_sold_is_held_in_words() {
        Plan plan = plan(made("18.00", "3.00", NOTHING, NOTHING, NOTHING, goods("SHIRT", 1, "18.00", "3.00")));
        assertThat(codes(plan)).containsExactly("RETURN_NOT_AS_SOLD");
        assertThat(((Plan.Hold) plan).reasons().get(0).what())
                .contains("Return 12 of order 10234", "GBP 18.00", "comes to 24.00");
    }

    @Test
    void vat_that_sage_would_not_arrive_at_holds_it() {
        OrderReturn made = made("24.00", "3.00", NOTHING, NOTHING, NOTHING, goods("SHIRT", 1, "24.00", "3.00"));
        assertThat(codes(plan(made))).containsExactly("RETURN_VAT_IN_SAGE");
    }

    @Test
    void goods_that_the_order_does_not_have_hold_it() {
        OrderReturn made = made("24.00", "4.00", NOTHING, NOTHING, NOTHING, goods("HAT", 1, "24.00", "4.00"));
        assertThat(codes(plan(made))).contains("RETURN_NOT_ON_ORDER");
    }

    @Test
    void a_site_without_sales_returns_holds_it_and_names_the_setting_its_value_and_the_remedy() {
        Plan plan = plan(shirt(), now(PostingKind.ORDER, "does not know sop_returns"), true);
        assertThat(codes(plan)).containsExactly("SALES_RETURNS_MISSING");
        Reason reason = ((Plan.Hold) plan).reasons().get(0);
        assertThat(reason.what())
                .contains("refunds.credit-as is sop-return", "company 33", "does not know sop_returns");
        assertThat(reason.remedy()).contains("2025 R1", "refunds.credit-as = credit-note");
    }

    @Test
    void what_is_told_of_one_return_twice_is_the_same_document() {
        assertThat(command(plan(shirt()))).isEqualTo(command(plan(shirt())));
    }
}
