package centrasage.payments.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.FindingOver;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.payments.PaymentRules;
import centrasage.payments.PaymentSettings;
import centrasage.payments.intake.CollectPayments;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.dates.DifferingDate;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.plans.DatedWorld;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments of one order, planned and recorded as the job does it, before and after their order. */
class PlanPaymentsTest {
    private static final String CAPTURE = """
            {"id": %d, "createdAt": "2026-11-24T09:00:00+00:00", "entryType": "CAPTURE", "status": "%s",
             "externalReference": "PSP1", "value": {"value": %s, "currency": {"code": "GBP"}}, "storePlugin": {"uri": "adyen"}}
            """;

    private static final Outcome POSTED = new Outcome.Posted(Plans.document("1"));
    private static final Outcome CLOSED = Outcome.Refused.forNow(
            List.of(new Reason("PERIOD_CLOSED", Owner.FINANCE, "The period is closed", "Open it")));
    private static final Outcome REFUSED = new Outcome.Refused(
            List.of(new Reason("REFUSED", Owner.FINANCE, "Sage 200 does not take it", "Enter it by hand")));

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));
    private final Heard<PostingFinding> told = new Heard<>();
    private final Heard<FindingOver> over = new Heard<>();
    private Set<String> money = Set.of("CAPTURE");
    private String orderStatus = "CONFIRMED";
    private int changes;

    private final DatedWorld dated = new DatedWorld(world);

    @BeforeEach
    void map() throws MappingFaults {
        new MappingSeed(versions, texts, "docs/example-mappings").begin();
    }

    private static String capture(int id, String status, String value) {
        return CAPTURE.formatted(id, status, value);
    }

    private void stage(String... entries) {
        String text = """
                {"number": 10234, "status": "%s", "createdAt": "2026-11-20T10:00:00+00:00", "store": {"name": "UK"}, "market": {"name": "UK"},
                 "grandTotal": {"value": 59.9, "currency": {"code": "GBP"}}, "shippingAddress": {"country": {"code": "GB"}},
                 "paymentMethod": {"uri": "adyen"}, "paymentHistory": [%s]}
                """.formatted(orderStatus, String.join(", ", entries));
        world.staging()
                .stage(
                        CollectPayments.KIND,
                        List.of(new Received("10234", "C10234", Instant.EPOCH.plusSeconds(++changes), text)),
                        world.staging().readingBegins());
    }

    /** @return whether they could be planned */
    private boolean planned() throws MappingFaults {
        PlannedDocument planned = plan();
        if (planned != null) {
            record(planned);
        }
        return planned != null;
    }

    private @Nullable PlannedDocument plan() throws MappingFaults {
        PlanPayments plan = new PlanPayments(
                pinned(),
                new OrderStandings(world.postings()),
                new OrderAccounts(world.postedDocuments()),
                new CaptureWatch(world.postedDocuments(), told, over),
                world.postings(),
                dated.plans(),
                settings(),
                NoContext.get());
        try {
            return plan.processItem(
                    world.staging().unplanned(CollectPayments.KIND, 0, 10).get(0));
        } catch (MappingFaults | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private PaymentSettings settings() {
        return new PaymentSettings() {
            @Override
            public PaymentRules rules() {
                return new PaymentRules(OrdersFrom.parse("2026-11-01"), ZoneId.of("Europe/London"), "33", money);
            }
        };
    }

    private PlanBasis basis() {
        return world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
    }

    private PinnedMappings pinned() {
        return new PinnedMappings(versions, world.transactions().bean(RunMappings.class, world.entities(), basis()));
    }

    private void record(PlannedDocument planned) {
        world.transactions().inNew(() -> {
            NoContext.write(
                    new RecordPayments(world.store(), world.staging(), dated.days(), new NoCounts(), NoContext.get()),
                    planned);
            return true;
        });
    }

    private Posting receipt(int entry) {
        return world.posting(new PostingKey("33", PostingKind.RECEIPT, "10234/P" + entry))
                .orElseThrow();
    }

    @Test
    void they_wait_until_their_order_is_known_and_go_out_behind_it() throws MappingFaults {
        stage(capture(1, "SUCCESS", "20.00"), capture(2, "SUCCESS", "20.00"), capture(3, "PENDING", "19.90"));
        assertThat(planned()).isFalse();
        world.record(Plans.post("10234"));
        assertThat(planned()).isTrue();
        assertThat(receipt(1).state()).isEqualTo(PostingState.WAITING);
        assertThat(receipt(2).state()).isEqualTo(PostingState.WAITING);
        assertThat(world.posting(new PostingKey("33", PostingKind.RECEIPT, "10234/P3")))
                .as("asked for, and not taken")
                .isEmpty();
        assertThat(world.staging().unplanned(CollectPayments.KIND, 0, 10)).isEmpty();
    }

    @Test
    void an_order_without_payments_waits_for_nothing() throws MappingFaults {
        stage();
        assertThat(planned()).isTrue();
    }

    @Test
    void what_is_no_payment_any_more_is_not_sent() throws MappingFaults {
        world.record(Plans.post("10234"));
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        stage(capture(1, "FAILED", "20.00"), capture(2, "SUCCESS", "20.00"));
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.SKIPPED);
        assertThat(receipt(1).reasons().get(0).code()).isEqualTo("NO_PAYMENT_ANY_MORE");
        assertThat(receipt(2).state()).isEqualTo(PostingState.WAITING);
    }

    @Test
    void what_could_not_be_read_once_is_over_when_it_can() throws MappingFaults {
        world.record(Plans.post("10234"));
        stage("{\"id\": 1}");
        planned();
        Posting held = world.posting(new PostingKey("33", PostingKind.RECEIPT, "10234/P0"))
                .orElseThrow();
        assertThat(held.state()).isEqualTo(PostingState.HELD);
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        assertThat(world.posting(held.key()).orElseThrow().state()).isEqualTo(PostingState.SKIPPED);
        assertThat(receipt(1).state()).isEqualTo(PostingState.WAITING);
    }

    @Test
    void a_payment_that_was_posted_and_is_none_any_more_is_told() throws MappingFaults {
        world.record(Plans.post("10234"));
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        for (int i = 0; i < 2; i++) {
            for (Claimed claimed : world.store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)) {
                world.store().intend(claimed, Duration.ofMinutes(5), "nothing found");
                world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
                world.store().release(claimed);
            }
        }
        assertThat(receipt(1).state()).isEqualTo(PostingState.POSTED);
        stage(capture(1, "FAILED", "20.00"));
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.POSTED);
        assertThat(world.findings())
                .anySatisfy(finding -> assertThat(finding.reason().what()).contains("no payment in Centra any more"));
    }

    private Posting giftCard(int entry) {
        return world.posting(new PostingKey("33", PostingKind.GIFT_CARD, "10234/P" + entry))
                .orElseThrow();
    }

    @Test
    void a_gift_card_is_received_and_leaves_its_bank_after_that() throws MappingFaults {
        world.record(Plans.post("10234"));
        stage(capture(1, "SUCCESS", "20.00").replace("CAPTURE", "CAPTURE_GIFT_CARD"), capture(2, "SUCCESS", "39.90"));
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.WAITING);
        BankEntry leaves = world.postedDocuments()
                .command(giftCard(1).id())
                .map(command -> BankEntryJson.read(command.document()))
                .orElseThrow();
        assertThat(leaves)
                .isEqualTo(new BankEntry(
                        BankEntry.Way.PAYMENT,
                        "33",
                        "GIFTGBP",
                        "C10234",
                        "G-1-PSP1",
                        LocalDate.of(2026, 11, 24),
                        Money.of("20.00", "GBP"),
                        "2300",
                        90,
                        "Gift card, order 10234"));
        assertThat(world.posting(new PostingKey("33", PostingKind.GIFT_CARD, "10234/P2")))
                .isEmpty();
    }

    @Test
    void in_a_closed_period_each_kind_of_money_goes_by_its_own_setting() throws MappingFaults {
        dated.closed(LocalDate.of(2026, 12, 1))
                .with(PostingKind.RECEIPT, ClosedPeriod.NEXT_OPEN)
                .with(PostingKind.GIFT_CARD, ClosedPeriod.HOLD)
                .with(PostingKind.CUSTOMER_REFUND, ClosedPeriod.ASK);
        world.record(Plans.post("10234"));
        stage(
                capture(1, "SUCCESS", "20.00").replace("CAPTURE", "CAPTURE_GIFT_CARD"),
                capture(2, "SUCCESS", "39.90"),
                capture(3, "SUCCESS", "5.00").replace("CAPTURE", "REFUND"));
        planned();
        assertThat(receipt(2).businessDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(world.postedDocuments()
                        .command(receipt(2).id())
                        .map(command -> MoneyEntryJson.read(command.document()).date()))
                .contains(LocalDate.of(2026, 12, 1));
        assertThat(giftCard(1).businessDate()).as("it waits for its period").isEqualTo(LocalDate.of(2026, 11, 24));
        Posting refund = world.posting(new PostingKey("33", PostingKind.CUSTOMER_REFUND, "10234/P3"))
                .orElseThrow();
        assertThat(refund.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("DAY_TO_CHOOSE");
            assertThat(reason.what()).startsWith("The customer refund 10234/P3 is of 2026-11-24");
            assertThat(reason.remedy()).contains("2026-12-01");
        });
        assertThat(dated.differing())
                .extracting(date -> date.key().sourceKey(), DifferingDate::documentDate, DifferingDate::bearsVat)
                .containsExactlyInAnyOrder(
                        tuple("10234/P1", LocalDate.of(2026, 12, 1), false),
                        tuple("10234/P2", LocalDate.of(2026, 12, 1), false),
                        tuple("10234/P3", null, false));
        dated.with(PostingKind.RECEIPT, ClosedPeriod.HOLD);
        stage(capture(1, "SUCCESS", "20.00"), capture(2, "SUCCESS", "39.90"));
        planned();
        assertThat(receipt(2).businessDate()).as("by another setting").isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(dated.differing()).isEmpty();
    }

    @Test
    void what_is_parked_for_its_period_is_planned_again_where_the_site_does_not_wait() throws MappingFaults {
        world.record(Plans.post("10234"));
        openPayments();
        stage(capture(1, "SUCCESS", "59.90"));
        planned();
        refused(PostingKind.ORDER, PostingKind.RECEIPT, CLOSED);
        assertThat(receipt(1).state()).isEqualTo(PostingState.PARKED);
        openPayments();
        assertThat(waitForAPlan()).as("by default it waits").isZero();
        dated.closed(LocalDate.of(2026, 12, 1)).with(PostingKind.RECEIPT, ClosedPeriod.NEXT_OPEN);
        openPayments();
        assertThat(waitForAPlan()).isOne();
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.PLANNED);
        assertThat(receipt(1).businessDate()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void a_gift_card_whose_money_is_held_follows_once_it_is_not() throws MappingFaults {
        world.record(Plans.post("10234"));
        String other = capture(1, "SUCCESS", "20.00").replace("CAPTURE", "CAPTURE_GIFT_CARD");
        stage(other.replace("GBP", "EUR"));
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.HELD);
        stage(other);
        planned();
        assertThat(giftCard(1).state()).isEqualTo(PostingState.WAITING);
        stage(other.replace("SUCCESS", "FAILED"));
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.SKIPPED);
        assertThat(giftCard(1).state()).isEqualTo(PostingState.SKIPPED);
    }

    @Test
    void what_follows_from_a_gift_card_whose_receipt_was_settled_by_hand_is_for_a_person_too() throws MappingFaults {
        world.record(Plans.post("10234"));
        world.observe(change -> watch().settledByHand(change), finding -> {}, withdrawn -> {});
        stage(capture(1, "SUCCESS", "20.00").replace("CAPTURE", "CAPTURE_GIFT_CARD"));
        planned();
        refused(PostingKind.ORDER, PostingKind.RECEIPT);
        assertThat(giftCard(1).state()).isEqualTo(PostingState.WAITING);
        assertThat(world.giveUp(receipt(1).key(), "entered by hand")).isTrue();
        planned();
        assertThat(giftCard(1).state()).isEqualTo(PostingState.HELD);
        assertThat(giftCard(1).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("GIFT_CARD_MONEY_BY_HAND"));
        world.transactions().inNew(() -> {
            world.givingUp().takeUp(receipt(1).id(), "ann");
            return world.staging().planAgain(CollectPayments.KIND, "10234");
        });
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.PLANNED);
        assertThat(giftCard(1).state()).as("taken up again with it").isEqualTo(PostingState.WAITING);
    }

    @Test
    void a_plan_that_was_made_before_its_receipt_was_settled_by_hand_is_not_recorded() throws MappingFaults {
        world.record(Plans.post("10234"));
        stage(capture(1, "SUCCESS", "20.00").replace("CAPTURE", "CAPTURE_GIFT_CARD"));
        planned();
        refused(PostingKind.ORDER, PostingKind.RECEIPT);
        world.staging().planAgain(CollectPayments.KIND, "10234");
        PlannedDocument before = Objects.requireNonNull(plan());
        world.giveUp(receipt(1).key(), "entered by hand");
        record(before);
        assertThat(waitForAPlan()).isOne();
    }

    /** Posts the first, and has Sage refuse the second. */
    private void refused(PostingKind first, PostingKind second) {
        refused(first, second, REFUSED);
    }

    private void refused(PostingKind first, PostingKind second, Outcome refusal) {
        for (PostingKind kind : List.of(first, second)) {
            for (Claimed claimed : world.store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)) {
                assertThat(claimed.command().key().kind()).isEqualTo(kind);
                world.store().intend(claimed, Duration.ofMinutes(5), "nothing found");
                world.store().conclude(claimed, kind == first ? POSTED : refusal, Duration.ZERO);
                world.store().release(claimed);
            }
        }
    }

    @Test
    void what_is_money_by_other_settings_is_received_though_nothing_was_posted_of_it_before() throws MappingFaults {
        world.record(Plans.post("10234"));
        openPayments();
        stage(capture(1, "SUCCESS", "20.00").replace("CAPTURE", "MARKED_AS_PAID"));
        planned();
        openPayments();
        assertThat(waitForAPlan()).isZero();
        money = Set.of("CAPTURE", "MARKED_AS_PAID");
        openPayments();
        assertThat(waitForAPlan()).isOne();
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.WAITING);
    }

    /** As each run does it before it reads what waits. */
    private void openPayments() {
        try {
            new StagedPayments(world.staging(), basis(), pinned(), dated.stopped(), settings(), NoContext.get())
                    .open(null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void captures_that_do_not_come_to_their_order_are_told_until_they_do() throws MappingFaults {
        world.record(Plans.skip("10234", 1, "INTERNAL"));
        stage(capture(1, "SUCCESS", "60.00"));
        planned();
        assertThat(told.events()).as("not for the ledger").isEmpty();
        world.record(Plans.post("10234", 2, "content"));
        world.staging().planAgain(CollectPayments.KIND, "10234");
        planned();
        assertThat(told.events()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.CAPTURES_DIFFER);
            assertThat(finding.amount()).isEqualTo(Money.of("0.10", "GBP"));
            assertThat(finding.reason().code()).isEqualTo("CAPTURED_ABOVE_ORDER");
        });
        stage(capture(1, "SUCCESS", "60.00"), capture(2, "SUCCESS", "0.10").replace("CAPTURE", "REFUND"));
        planned();
        assertThat(over.events()).hasSize(1);
    }

    /** Whatever the mappings say of it: there it is CENTGBP1. */
    @Test
    void the_account_is_that_of_the_order_as_it_is_posted() throws MappingFaults {
        order("OTHER1", 1);
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        assertThat(customer()).isEqualTo("OTHER1");
    }

    @Test
    void where_the_order_does_not_tell_it_the_account_is_the_mapped_one() throws MappingFaults {
        world.record(Plans.post("10234"));
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        assertThat(customer()).isEqualTo("CENTGBP1");
    }

    @Test
    void an_order_that_is_posted_as_it_was_planned_lets_its_receipts_go_out_as_they_are() throws MappingFaults {
        order("OTHER1", 1);
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        become(PostingState.PLANNED, PostingState.POSTED);
        assertThat(waitForAPlan()).isZero();
    }

    @Test
    void an_order_that_is_posted_to_another_account_has_its_receipts_planned_anew() throws MappingFaults {
        order("OTHER1", 1);
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        order("OTHER2", 2);
        become(PostingState.PLANNED, PostingState.POSTED);
        assertThat(waitForAPlan()).isOne();
        planned();
        assertThat(customer()).isEqualTo("OTHER2");
    }

    @Test
    void a_gift_card_goes_to_another_account_with_its_receipt() throws MappingFaults {
        order("OTHER1", 1);
        stage(capture(1, "SUCCESS", "20.00").replace("CAPTURE", "CAPTURE_GIFT_CARD"), capture(2, "SUCCESS", "39.90"));
        planned();
        assertThat(giftCard(1).state()).isEqualTo(PostingState.WAITING);
        become(PostingState.PLANNED, PostingState.POSTED);
        assertThat(waitForAPlan()).isZero();
        order("OTHER2", 2);
        become(PostingState.PLANNED, PostingState.POSTED);
        assertThat(waitForAPlan()).isOne();
        planned();
        assertThat(customer()).isEqualTo("OTHER2");
        assertThat(giftCard(1).state()).isEqualTo(PostingState.WAITING);
    }

    @Test
    void an_order_that_is_posted_after_all_has_its_skipped_payments_planned_anew() throws MappingFaults {
        world.record(Plans.skip("10234", 1, "INTERNAL"));
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.SKIPPED);
        become(PostingState.SKIPPED, PostingState.PLANNED);
        assertThat(waitForAPlan()).isZero();
        become(PostingState.PLANNED, PostingState.POSTED);
        assertThat(waitForAPlan()).isOne();
    }

    @Test
    void an_order_whose_shipments_are_invoiced_after_all_has_its_skipped_payments_planned_anew() throws MappingFaults {
        world.record(Plans.skip("10234", 1, "ON_HOLD"));
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.SKIPPED);
        world.record(Plans.skip("10234", 2, OrderStanding.VALIDATED_ONLY));
        become(PostingState.SKIPPED, PostingState.SKIPPED);
        assertThat(waitForAPlan()).as("for another reason").isOne();
        planned();
        assertThat(receipt(1).state()).isEqualTo(PostingState.PLANNED);
        world.record(Plans.skip("10234", 3, "ON_HOLD"));
        become(PostingState.HELD, PostingState.SKIPPED);
        planned();
        assertThat(receipt(1).state()).as("not for the ledger any more").isEqualTo(PostingState.SKIPPED);
    }

    @Test
    void an_order_that_is_settled_by_hand_has_its_waiting_receipts_planned_anew() throws MappingFaults {
        order("OTHER1", 1);
        stage(capture(1, "SUCCESS", "20.00"));
        planned();
        become(PostingState.HELD, PostingState.ABANDONED);
        assertThat(waitForAPlan()).isOne();
    }

    /** As the container tells it, in the transaction of the change. */
    private void become(PostingState from, PostingState to) {
        Posting order = world.posting(Plans.key("10234")).orElseThrow();
        world.transactions().inNew(() -> {
            watch().changed(new PostingChanged(order.id(), order.key(), from, to, order.amount(), List.of(), ""));
            return true;
        });
    }

    private PaymentWatch watch() {
        return new PaymentWatch(world.postings(), world.staging(), new OrderAccounts(world.postedDocuments()));
    }

    private int waitForAPlan() {
        return world.staging().unplanned(CollectPayments.KIND, 0, 10).size();
    }

    private void order(String customer, int version) {
        NewSalesOrder order = new NewSalesOrder(
                "33",
                customer,
                "C10234",
                LocalDate.of(2026, 11, 20),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(),
                Money.of("20.00", "GBP"),
                Money.of("0.00", "GBP"));
        Command command = new Command(
                Plans.key("10234"),
                "33/C10234",
                order.total(),
                order.vat(),
                order.documentDate(),
                "content",
                SalesOrderJson.write(order));
        world.record(new Planned(
                command.key(),
                command.object(),
                Plans.document("10234", version),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
    }

    private String customer() {
        return world.postedDocuments()
                .command(receipt(1).id())
                .map(command -> MoneyEntryJson.read(command.document()).customer())
                .orElseThrow();
    }
}
