package centrasage.payments.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.OrderPayments;
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
import centrasage.payments.PaymentRules;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of situations of one payment. */
class MoneyPlannerTest {
    private static final Instant LATE_EVENING = Instant.parse("2026-11-23T23:30:00Z");
    private static final PostingKey ORDER = new PostingKey("33", PostingKind.ORDER, "10234");
    private static final OrderStanding POSTED = standing(PostingState.POSTED);

    private static final PaymentRules RULES = new PaymentRules(
            OrdersFrom.parse("2026-11-01"), ZoneId.of("Europe/Stockholm"), "33", Set.of("CAPTURE", "PREPAID"));

    @TempDir
    private Path folder;

    private Mappings mappings;

    private final MoneyPlanner planner = new MoneyPlanner(MoneyEntryJson::write, RULES);

    @BeforeEach
    void map() throws IOException, MappingFaults {
        ExampleMappings.copyTo(folder);
        Files.writeString(
                folder.resolve("gateways.csv"),
                "company,gateway,currency,payment_method,clearing_bank\n33,klarna_uk,GBP,Klarna,KLAGBP\n");
        Files.writeString(
                folder.resolve("accounts.csv"),
                "store,market,currency,country,company,customer\nUK,*,GBP,*,33,WEBUK\n");
        mappings = SeedFolder.load(folder);
    }

    private static OrderStanding standing(PostingState state, Reason... reasons) {
        return new OrderStanding(ORDER, state, List.of(reasons));
    }

    private static OrderPayments payments(OrderPayments.Entry... entries) {
        return new OrderPayments(
                10234,
                "CONFIRMED",
                Instant.parse("2026-11-20T10:00:00Z"),
                "UK",
                "United Kingdom",
                "GBP",
                "GB",
                "",
                new BigDecimal("59.90"),
                List.of(entries));
    }

    private static OrderPayments.Entry capture(String value) {
        return entry("CAPTURE", "SUCCESS", value, "GBP", "klarna_uk");
    }

    private static OrderPayments.Entry entry(
            String type, String status, String value, String currency, String gateway) {
        return new OrderPayments.Entry(
                77_777,
                LATE_EVENING,
                type,
                status,
                new BigDecimal(value),
                currency,
                "PSP-8836-1234567890",
                gateway,
                null);
    }

    private Plan plan(OrderPayments.Entry entry, OrderStanding order) {
        return planner.plan(payments(entry), entry, order, Optional.of("CENTGBP1"), mappings);
    }

    private static List<String> codes(Plan plan) {
        return plan.match(
                post -> List.of(),
                skip -> List.of(skip.reason().code()),
                hold -> hold.reasons().stream().map(Reason::code).toList());
    }

    @Test
    void a_capture_is_a_receipt_into_the_clearing_bank_on_its_day_in_the_sites_zone() {
        Plan.Post post = (Plan.Post) plan(capture("59.9"), POSTED);
        assertThat(post.after()).isNull();
        assertThat(post.command().key()).isEqualTo(new PostingKey("33", PostingKind.RECEIPT, "10234/P77777"));
        assertThat(post.command().object()).isEqualTo("33/C10234");
        assertThat(post.command().amount()).isEqualTo(Money.of("59.90", "GBP"));
        assertThat(MoneyEntryJson.read(post.command().document()))
                .isEqualTo(new MoneyEntry(
                        EntryKind.RECEIPT,
                        "33",
                        "CENTGBP1",
                        "KLAGBP",
                        "C10234",
                        "1O0H-P88361234567890",
                        LocalDate.of(2026, 11, 24),
                        Money.of("59.90", "GBP"),
                        "PSP-8836-1234567890"));
    }

    /** Centra writes the sign differently from plug-in to plug-in. */
    @Test
    void a_negative_capture_is_the_same_money() {
        assertThat(((Plan.Post) plan(capture("-59.90"), POSTED)).command().amount())
                .isEqualTo(Money.of("59.90", "GBP"));
    }

    @ParameterizedTest
    @CsvSource({
        "CAPTURE, SUCCESS, true",
        "PREPAID, SUCCESS, true",
        "CAPTURE_GIFT_CARD, SUCCESS, true",
        "CAPTURE, PENDING, false",
        "CAPTURE, FAILED, false",
        "CAPTURE_REQUEST, SUCCESS, false",
        "CAPTURE_PENDING, SUCCESS, false",
        "CAPTURE_FAILED, SUCCESS, false",
        "MARKED_AS_PAID, SUCCESS, false",
        "AUTH, SUCCESS, false",
        "AUTH_GIFT_CARD, SUCCESS, false",
        "REFUND, SUCCESS, true",
        "REFUND_GIFT_CARD, SUCCESS, true",
        "REFUND, FAILED, false",
        "REFUND_REQUEST, SUCCESS, false",
        "REFUND_FAILED, SUCCESS, false",
        "CANCEL, SUCCESS, false",
        "CHARGEBACK, SUCCESS, false",
        "CHARGEBACK_REVERSED, SUCCESS, false"
    })
    void only_what_is_taken_is_money(String type, String status, boolean isMoney) {
        assertThat(planner.money(payments(entry(type, status, "1.00", "GBP", "klarna_uk"))))
                .hasSize(isMoney ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"PLANNED", "WAITING", "SENDING", "IN_DOUBT", "LOCKED", "PARKED", "REFUSED", "HELD"})
    void a_receipt_waits_for_its_order(PostingState state) {
        assertThat(((Plan.Post) plan(capture("59.90"), standing(state))).after())
                .isEqualTo(ORDER);
    }

    @Test
    void what_is_paid_for_an_order_that_is_not_for_the_ledger_is_skipped_with_its_reason() {
        Reason internal = new Reason("INTERNAL", Owner.OPERATIONS, "The order is internal", "Nothing");
        Plan plan = plan(capture("59.90"), standing(PostingState.SKIPPED, internal));
        assertThat(codes(plan)).containsExactly("ORDER_NOT_POSTED");
        assertThat(((Plan.Skip) plan).reason().what()).endsWith(": The order is internal");
        assertThat(codes(plan(capture("59.90"), OrderStanding.UNKNOWN))).containsExactly("ORDER_NOT_POSTED");
    }

    @Test
    void where_shipments_are_invoiced_the_money_does_not_wait_for_an_order() {
        Reason validated =
                new Reason(OrderStanding.VALIDATED_ONLY, Owner.FINANCE, "It is validated", "Invoice its shipments");
        Plan plan = plan(capture("59.90"), standing(PostingState.SKIPPED, validated));
        assertThat(((Plan.Post) plan).after()).isNull();
    }

    @Test
    void what_is_paid_for_an_order_that_a_person_settled_is_a_persons() {
        assertThat(codes(plan(capture("59.90"), standing(PostingState.ABANDONED))))
                .containsExactly("ORDER_GIVEN_UP");
    }

    @Test
    void money_of_an_order_that_was_cancelled_in_sage_goes_back_from_its_account() {
        OrderPayments.Entry refund = refund(88, "59.90");
        Plan plan = planner.plan(
                payments(capture("59.90"), refund),
                refund,
                standing(PostingState.REVERSED),
                Optional.of("CENTGBP1"),
                mappings);
        assertThat(((Plan.Post) plan).after()).isNull();
    }

    @Test
    void nothing_is_skipped() {
        assertThat(codes(plan(capture("0.00"), POSTED))).containsExactly("NO_MONEY");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        OrderPayments.Entry strange = entry("CAPTURE", "SUCCESS", "59.905", "SEK", "unknown_gateway");
        Plan plan = planner.plan(payments(strange), strange, POSTED, Optional.of("CENTGBP1"), mappings);
        assertThat(codes(plan)).containsExactly("PAYMENT_CURRENCY", "PAYMENT_AMOUNT", "GATEWAY_NOT_MAPPED");
        assertThat(((Plan.Hold) plan).reasons()).extracting(Reason::owner).containsOnly(Owner.FINANCE);
    }

    @Test
    void an_account_that_no_posted_order_tells_is_the_mapped_one() {
        OrderPayments.Entry capture = capture("59.90");
        Plan plan = planner.plan(payments(capture), capture, POSTED, Optional.empty(), mappings);
        assertThat(MoneyEntryJson.read(((Plan.Post) plan).command().document()).customer())
                .isEqualTo("WEBUK");
    }

    @Test
    void a_gift_card_is_a_bank_of_its_own_whatever_the_gateway() {
        Plan.Post post = (Plan.Post) plan(entry("CAPTURE_GIFT_CARD", "SUCCESS", "5.00", "GBP", "unknown"), POSTED);
        MoneyEntry money = MoneyEntryJson.read(post.command().document());
        assertThat(money.kind()).isEqualTo(EntryKind.RECEIPT);
        assertThat(money.bank()).isEqualTo("GIFTGBP");
    }

    private static OrderPayments.Entry refund(long id, String value) {
        return new OrderPayments.Entry(
                id,
                LATE_EVENING.plusSeconds(id),
                "REFUND",
                "SUCCESS",
                new BigDecimal(value),
                "GBP",
                "PSP-R" + id,
                "klarna_uk",
                null);
    }

    private Plan planOf(OrderPayments.Entry entry, OrderPayments.Entry... all) {
        return planner.plan(payments(all), entry, POSTED, Optional.of("CENTGBP1"), mappings);
    }

    /** The sign of a refund is not known: it is what its type says. */
    @ParameterizedTest
    @ValueSource(strings = {"20.00", "-20.00"})
    void a_refund_is_a_payment_out_of_the_clearing_bank(String value) {
        OrderPayments.Entry refund = refund(88, value);
        Plan.Post post = (Plan.Post) planOf(refund, capture("59.90"), refund);
        assertThat(post.command().key()).isEqualTo(new PostingKey("33", PostingKind.CUSTOMER_REFUND, "10234/P88"));
        MoneyEntry money = MoneyEntryJson.read(post.command().document());
        assertThat(money.kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(money.bank()).isEqualTo("KLAGBP");
        assertThat(money.value()).isEqualTo(Money.of("20.00", "GBP"));
    }

    @Test
    void part_refunds_up_to_what_was_paid_go_out_and_the_next_is_a_persons() {
        OrderPayments.Entry one = refund(88, "40.00");
        OrderPayments.Entry other = refund(89, "19.90");
        OrderPayments.Entry again = refund(90, "19.90");
        OrderPayments.Entry[] all = {capture("59.90"), again, other, one};
        assertThat(planOf(one, all)).isInstanceOf(Plan.Post.class);
        assertThat(planOf(other, all)).isInstanceOf(Plan.Post.class);
        Plan.Hold hold = (Plan.Hold) planOf(again, all);
        assertThat(codes(hold)).containsExactly("REFUND_ABOVE_PAID");
        assertThat(hold.reasons().get(0).what()).contains("GBP 79.80 in all, and 59.90 were taken");
    }

    @Test
    void what_a_gateway_took_may_be_given_back_to_a_gift_card_and_out_of_its_bank() {
        OrderPayments.Entry refund = entry("REFUND_GIFT_CARD", "SUCCESS", "9.90", "GBP", "");
        Plan.Post post = (Plan.Post) planOf(refund, capture("59.90"), refund);
        assertThat(MoneyEntryJson.read(post.command().document()).bank()).isEqualTo("GIFTGBP");
    }

    @Test
    void a_refund_in_another_currency_than_its_order_is_a_persons() {
        OrderPayments.Entry refund = entry("REFUND", "SUCCESS", "9.90", "EUR", "klarna_uk");
        assertThat(codes(planOf(refund, capture("59.90"), refund))).contains("PAYMENT_CURRENCY");
    }

    @Test
    void a_refund_waits_for_its_order() {
        OrderPayments.Entry refund = refund(88, "20.00");
        Plan plan = planner.plan(
                payments(capture("59.90"), refund),
                refund,
                standing(PostingState.HELD),
                Optional.of("CENTGBP1"),
                mappings);
        assertThat(((Plan.Post) plan).after()).isEqualTo(ORDER);
    }

    @Test
    void equal_part_captures_have_keys_of_their_own() {
        OrderPayments.Entry one = capture("20.00");
        OrderPayments.Entry other = new OrderPayments.Entry(
                77_778,
                one.createdAt(),
                one.type(),
                one.status(),
                one.value(),
                one.currency(),
                one.reference(),
                one.gateway(),
                null);
        assertThat(PaymentKey.of(one)).isNotEqualTo(PaymentKey.of(other)).hasSize(20);
        assertThat(PaymentKey.of(other)).hasSize(20);
    }

    @Test
    void a_payment_without_a_reference_is_known_by_its_entry_alone() {
        OrderPayments.Entry bare =
                new OrderPayments.Entry(35, LATE_EVENING, "CAPTURE", "SUCCESS", BigDecimal.ONE, "GBP", " ", "", null);
        assertThat(PaymentKey.of(bare)).isEqualTo("Z");
    }
}
