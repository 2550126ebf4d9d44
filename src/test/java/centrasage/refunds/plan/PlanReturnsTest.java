package centrasage.refunds.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingChanged;
import centrasage.money.Money;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundSettings;
import centrasage.refunds.SalesReturnRules;
import centrasage.refunds.intake.CollectRefunds;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.dates.DifferingDate;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.plans.ChosenDays;
import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.StoppedByPeriod;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.returns.BookingIn;
import centrasage.sync.returns.ReturnUnits;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Posting;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Returns planned and recorded as the job does it: before and after their order, its invoice and their own completion. */
class PlanReturnsTest extends OrderInBooks {
    private static final String COMPLETED = "COMPLETED";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-20T09:00:00Z"), ZoneOffset.UTC);
    private static final Instant TOUCHED = Instant.parse("2026-11-24T23:30:00Z");

    private final BookingIn bookingIn =
            world.transactions().bean(BookingIn.class, world.entities(), world.time(), world.audit());

    private void stage(int id, String status) {
        stage(id, status, "24.00", TOUCHED);
    }

    private void stage(int id, String status, String total, Instant touched) {
        BigDecimal vat = new BigDecimal(total).divide(new BigDecimal("6"));
        String text = """
                {"__typename": "DirectToConsumerReturn", "id": %d, "returnStatus": "%s", "createdAt": "2026-11-23T10:00:00Z",
                 "returnedToStock": true, "returnWarehouse": {"id": 1, "name": "Main"},
                 "grandTotal": {"value": %s, "currency": {"code": "GBP"}}, "net": {"value": %s},
                 "order": {"number": 10234, "createdAt": "2026-11-20T10:00:00Z"},
                 "lines": [{"id": 1, "quantity": 1, "gross": {"value": %s}, "net": {"value": %s}, "appliedTaxRules": [],
                            "orderLine": {"__typename": "ProductOrderLine", "id": 5, "taxPercent": 20,
                                          "productSize": {"SKU": "SHIRT"}}}],
                 "totals": {"shipping": {"value": 0}, "shippingTaxRules": [], "handling": {"value": 0}, "handlingTaxRules": [],
                            "returnCost": {"value": 0}, "returnCostTaxRules": [], "discounts": {"value": 0},
                            "discountTaxRules": []}}
                """.formatted(
                id, status, total, new BigDecimal(total).subtract(vat), total, new BigDecimal(total).subtract(vat));
        stage(id, text, touched);
    }

    private void stage(int id, String text, Instant touched) {
        world.staging()
                .stage(
                        CollectReturns.KIND,
                        List.of(new Received("10234/R" + id, "C10234", touched, text)),
                        world.staging().readingBegins());
    }

    private RefundSettings settings() {
        return new RefundSettings() {
            @Override
            public RefundRules rules() {
                return refundRules();
            }

            @Override
            public Optional<SalesReturnRules> salesReturns() {
                return Optional.ofNullable(salesReturns);
            }
        };
    }

    private @Nullable SalesReturnRules salesReturns;

    /** All that wait, planned in one chunk; what had to wait is not among them. */
    private int planned() throws Exception {
        List<Object> chunk = plans();
        record(chunk);
        return chunk.size();
    }

    private List<Object> plans() throws Exception {
        SageClients clients = clients();
        PlanReturns plan = new PlanReturns(
                pinned(),
                new OrderStandings(world.postings()),
                books(),
                clients.sites(),
                clients.returns(),
                dated(clients, NOW),
                world.staging(),
                settings(),
                NoContext.get());
        List<Object> chunk = new ArrayList<>();
        for (Staged staged : unplanned()) {
            PlannedReturn planned = plan.processItem(staged);
            if (planned != null) {
                chunk.add(planned);
            }
        }
        return chunk;
    }

    private void record(List<Object> chunk) {
        world.transactions().inNew(() -> {
            new RecordCredits(
                            world.store(),
                            world.staging(),
                            new DocumentDays(world.postings(), dates),
                            bookingIn,
                            new NoCounts(),
                            NoContext.get())
                    .writeItems(chunk);
            return true;
        });
    }

    private List<Staged> unplanned() {
        return world.staging().unplanned(CollectReturns.KIND, 0, 50);
    }

    private Posting credit(int id) {
        return world.posting(new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/R" + id))
                .orElseThrow();
    }

    private List<String> codes(int id) {
        return credit(id).reasons().stream().map(Reason::code).toList();
    }

    private SalesDocument document(int id) {
        return SalesDocumentJson.read(planned(id).document());
    }

    @Test
    void a_return_waits_for_its_order_then_for_its_invoice_and_goes_out_by_itself_after_that() throws Exception {
        stage(12, COMPLETED);
        assertThat(planned()).as("its order is not known").isZero();
        orderPosted();
        assertThat(planned()).isOne();
        assertThat(credit(12).state()).isEqualTo(PostingState.HELD);
        assertThat(codes(12)).containsExactly("ORDER_NOT_INVOICED");
        assertThat(unplanned()).isEmpty();
        invoice("48.00");
        assertThat(planned()).isOne();
        assertThat(credit(12).state()).isEqualTo(PostingState.PLANNED);
        assertThat(document(12).customer()).isEqualTo("CENTGBP1");
        assertThat(document(12).date())
                .as("when its order was touched, in the zone of the site")
                .isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void a_sales_return_that_the_site_does_not_take_is_held_until_it_does_and_has_the_one_key_of_its_return()
            throws Exception {
        site("{\"pricesTaxInclusive\": false}");
        salesReturns = new SalesReturnRules(new BigDecimal("0.05"), true);
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("SALES_RETURNS_MISSING");
        site("{\"version\": \"2025R1\"}");
        world.staging().planAgain(CollectReturns.KIND, "10234/R12");
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.PLANNED);
        assertThat(planned(12)).satisfies(command -> {
            NewSalesOrder made = SalesReturnJson.read(command.document());
            assertThat(made.customerDocumentNo()).isEqualTo("C10234-R12");
            assertThat(made.total()).isEqualTo(Money.of("24.00", "GBP"));
        });
    }

    @Test
    void what_was_held_as_a_sales_return_goes_out_as_a_credit_note_once_the_setting_says_so() throws Exception {
        salesReturns = new SalesReturnRules(new BigDecimal("0.05"), true);
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("SALES_RETURNS_MISSING");
        salesReturns = null;
        world.staging().planAgain(CollectReturns.KIND, "10234/R12");
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.PLANNED);
        assertThat(document(12).value()).isEqualTo(Money.of("24.00", "GBP"));
        assertThat(world.postings().of("10234/R12")).as("one key either way").hasSize(1);
    }

    /** A refund that names no return, or this one, credited where it names none. */
    private void refunded(String value, @Nullable Integer ofReturn) {
        String text = """
                {"number": 10234, "status": "SHIPPED", "createdAt": "2026-11-20T10:00:00+00:00", "store": {"name": "UK"},
                 "market": {"name": "UK"}, "grandTotal": {"value": 48, "currency": {"code": "GBP"}},
                 "shippingAddress": {"country": {"code": "GB"}}, "paymentMethod": {"uri": "adyen"},
                 "paymentHistory": [{"id": 9, "createdAt": "2026-11-24T09:00:00+00:00", "entryType": "REFUND", "status": "SUCCESS",
                  "externalReference": "PSP1", "value": {"value": -%s, "currency": {"code": "GBP"}},
                  "storePlugin": {"uri": "adyen"}, "return": %s}]}
                """.formatted(value, ofReturn == null ? "null" : "{\"id\": " + ofReturn + "}");
        world.staging()
                .stage(
                        CollectRefunds.KIND,
                        List.of(new Received("10234", "C10234", TOUCHED, text)),
                        world.staging().readingBegins());
    }

    private void creditedRefund(String value) {
        Command credit = new Command(
                new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/P9"),
                "33/C10234",
                Money.of(value, "GBP"),
                null,
                LocalDate.of(2026, 11, 24),
                "content",
                "{}");
        world.record(new Planned(
                credit.key(),
                credit.object(),
                Plans.document("10234/P9", 1),
                credit.amount(),
                credit.businessDate(),
                new Plan.Post(credit)));
        postDue("2");
    }

    /** Known fault 42, as far as anything can tell. */
    @Test
    void a_return_of_exactly_what_a_credited_refund_gave_back_is_held_until_it_has_a_refund_of_its_own()
            throws Exception {
        orderPosted();
        invoice("48.00");
        refunded("24.00", null);
        creditedRefund("24.00");
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("PERHAPS_CREDITED");
        refunded("24.00", 12);
        watch().paidBack("33/C10234");
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.PLANNED);
    }

    private Command planned(int id) {
        return world.postedDocuments().command(credit(id).id()).orElseThrow();
    }

    private void site(String options) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/site"))
                .PUT(HttpRequest.BodyPublishers.ofString(options))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_return_that_is_completed_later_is_dated_when_it_was_first_seen_so() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(12, "PENDING", "24.00", Instant.parse("2026-11-23T10:00:00Z"));
        planned();
        assertThat(codes(12)).containsExactly("RETURN_NOT_COMPLETED");
        stage(12, COMPLETED, "24.00", Instant.parse("2026-11-26T10:00:00Z"));
        planned();
        stage(12, COMPLETED, "23.40", Instant.parse("2026-11-27T10:00:00Z"));
        planned();
        assertThat(document(12).value()).isEqualTo(Money.of("23.40", "GBP"));
        assertThat(document(12).date()).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    void of_two_returns_that_are_planned_at_once_only_what_was_invoiced_is_credited() throws Exception {
        orderPosted();
        invoice("30.00");
        stage(12, COMPLETED);
        stage(13, COMPLETED);
        assertThat(planned()).isEqualTo(2);
        assertThat(credit(12).state()).isEqualTo(PostingState.PLANNED);
        assertThat(unplanned()).as("the second was planned as if it were alone").hasSize(1);
        assertThat(bookingIn.awaiting(0, 10)).extracting(ReturnUnits::number).containsExactly("10234/R12");
        planned();
        assertThat(codes(13)).containsExactly("CREDIT_ABOVE_INVOICE");
        invoice("18.00");
        planned();
        assertThat(credit(13).state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void pennies_that_sage_has_invoiced_less_are_left_out_of_the_posting_as_of_the_document() throws Exception {
        orderPosted();
        invoice("23.99");
        stage(12, COMPLETED);
        planned();
        assertThat(document(12).value()).isEqualTo(Money.of("23.99", "GBP"));
        assertThat(credit(12).amount()).isEqualTo(Money.of("23.99", "GBP"));
        stage(12, COMPLETED, "24.00", TOUCHED.plusSeconds(1));
        planned();
        assertThat(credit(12).amount()).as("planned again").isEqualTo(Money.of("23.99", "GBP"));
    }

    @Test
    void what_a_person_has_credited_leaves_less_of_the_invoice_for_another_return() throws Exception {
        orderPosted();
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("ORDER_NOT_INVOICED");
        invoices.saw(List.of(new Invoice(
                "33", "33/C10234", 900, "77", "INV1", LocalDate.of(2026, 11, 22), Money.of("30.00", "GBP"))));
        stage(13, COMPLETED);
        planned();
        assertThat(credit(13).state()).isEqualTo(PostingState.PLANNED);
        Posting first = credit(12);
        world.transactions().inNew(() -> {
            world.givingUp().giveUp(first.id(), "jo", "credited by hand");
            watch().changed(new PostingChanged(
                    first.id(), first.key(), first.state(), PostingState.ABANDONED, first.amount(), List.of(), ""));
            return true;
        });
        assertThat(planned()).as("planned again by itself").isOne();
        assertThat(codes(13)).containsExactly("CREDIT_ABOVE_INVOICE");
    }

    @Test
    void what_was_too_much_is_planned_anew_when_another_credit_note_of_its_order_comes_to_nothing() throws Exception {
        orderPosted();
        invoice("30.00");
        stage(12, COMPLETED);
        planned();
        stage(13, COMPLETED);
        planned();
        assertThat(codes(13)).containsExactly("CREDIT_ABOVE_INVOICE");
        stage(12, "PENDING");
        planned();
        Posting first = credit(12);
        world.transactions().inNew(() -> {
            watch().changed(new PostingChanged(
                    first.id(), first.key(), PostingState.PLANNED, first.state(), first.amount(), List.of(), ""));
            return true;
        });
        planned();
        assertThat(credit(13).state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void a_return_that_is_opened_again_before_it_is_posted_is_not_sent() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        stage(12, "PENDING");
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.SKIPPED);
    }

    @Test
    void a_return_that_is_opened_again_after_it_was_posted_is_told_and_nothing_is_reversed() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        postDue("2");
        assertThat(credit(12).state()).isEqualTo(PostingState.POSTED);
        stage(12, "PENDING");
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.POSTED);
        assertThat(world.findings())
                .anySatisfy(finding ->
                        assertThat(finding.reason().what()).contains("no completed return in Centra any more"));
    }

    @Test
    void an_order_that_is_settled_by_hand_has_its_returns_planned_anew() throws Exception {
        world.record(Plans.post("10234"));
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("ORDER_NOT_IN_SAGE");
        Posting order = world.posting(Plans.key("10234")).orElseThrow();
        world.transactions().inNew(() -> {
            watch().changed(new PostingChanged(
                    order.id(), order.key(), PostingState.HELD, PostingState.ABANDONED, order.amount(), List.of(), ""));
            return true;
        });
        assertThat(unplanned()).hasSize(1);
    }

    @Test
    void an_order_whose_shipments_are_invoiced_after_all_has_its_skipped_returns_planned_anew() throws Exception {
        world.record(Plans.skip("10234", 1, "ON_HOLD"));
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("ORDER_NOT_POSTED");
        world.record(Plans.skip("10234", 2, OrderStanding.VALIDATED_ONLY));
        Posting order = world.posting(Plans.key("10234")).orElseThrow();
        world.transactions().inNew(() -> {
            watch().changed(new PostingChanged(
                    order.id(),
                    order.key(),
                    PostingState.SKIPPED,
                    PostingState.SKIPPED,
                    order.amount(),
                    List.of(),
                    ""));
            return true;
        });
        assertThat(unplanned()).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_held_under_its_own_number() throws Exception {
        stage(12, "{\"id\": 12}", TOUCHED);
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.HELD);
        assertThat(credit(12).object()).isEqualTo("33/C10234");
    }

    @Test
    void a_closed_period_is_left_to_sage_unless_the_site_says_otherwise() throws Exception {
        close("2026-11-25");
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        assertThat(document(12).date()).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void with_the_next_open_day_it_goes_out_with_that() throws Exception {
        closedPeriod = ClosedPeriod.NEXT_OPEN;
        close("2026-11-25");
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.PLANNED);
        assertThat(document(12).date()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(credit(12).businessDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(dates.differing(0, 10)).singleElement().satisfies(date -> {
            assertThat(date.key()).isEqualTo(credit(12).key());
            assertThat(date.trueDate()).isEqualTo(LocalDate.of(2026, 11, 25));
            assertThat(date.documentDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        });
        postDue("2");
        close("2026-12-01");
        world.staging().planAgain(CollectReturns.KIND, "10234/R12");
        planned();
        assertThat(dates.differing(0, 10))
                .as("what is posted has the day that it has")
                .extracting(DifferingDate::documentDate)
                .containsExactly(LocalDate.of(2026, 12, 1));
    }

    @Test
    void where_a_person_is_asked_it_is_held_and_names_the_next_open_day() throws Exception {
        closedPeriod = ClosedPeriod.ASK;
        close("2026-11-25");
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("DAY_TO_CHOOSE");
        assertThat(credit(12).reasons().get(0).remedy()).contains("2026-12-01");
        assertThat(dates.differing(0, 10))
                .extracting(DifferingDate::documentDate)
                .containsExactly((LocalDate) null);
        assertThat(dates.choose(credit(12).key(), LocalDate.of(2026, 12, 2), "fiona", "Agreed with the adviser"))
                .isTrue();
        world.staging().planAgain(CollectReturns.KIND, "10234/R12");
        planned();
        assertThat(credit(12).state()).isEqualTo(PostingState.PLANNED);
        assertThat(document(12).date()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(world.audit().of("10234/R12"))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("DATE_CHOSEN"));
    }

    private ChosenDays chosenDays() {
        return world.transactions()
                .bean(
                        ChosenDays.class,
                        dates,
                        world.postings(),
                        world.givingUp(),
                        world.staging(),
                        new SageClients(sage.baseUrl().toString()).dates(),
                        NOW,
                        "Europe/Stockholm");
    }

    private void asked() throws Exception {
        closedPeriod = ClosedPeriod.ASK;
        close("2026-11-25");
        orderPosted();
        invoice("48.00");
        stage(12, COMPLETED);
        planned();
        assertThat(codes(12)).containsExactly("DAY_TO_CHOOSE");
    }

    private boolean choose(String day) {
        return chosenDays().choose(credit(12).key(), LocalDate.parse(day), "fiona", "Agreed with the adviser");
    }

    @Test
    void a_day_is_chosen_again_until_it_is_sent() throws Exception {
        asked();
        assertThat(choose("2026-12-02")).isTrue();
        planned();
        assertThat(choose("2026-12-03")).as("on second thoughts").isTrue();
        planned();
        assertThat(document(12).date()).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(dates.asked(dates.differing(0, 10).get(0).id()))
                .map(DifferingDate::documentDate)
                .contains(LocalDate.of(2026, 12, 3));
        postDue("2");
        assertThat(choose("2026-12-04")).as("it is there").isFalse();
        assertThat(dates.differing(0, 10))
                .extracting(DifferingDate::documentDate)
                .containsExactly(LocalDate.of(2026, 12, 3));
    }

    @Test
    void a_day_is_not_chosen_before_the_true_one_nor_after_today_nor_in_a_closed_period() throws Exception {
        asked();
        DifferingDate asked = dates.differing(0, 10).get(0);
        assertThat(chosenDays().objection(asked, LocalDate.of(2026, 11, 24)))
                .contains("is before its true day, 2026-11-25");
        assertThat(chosenDays().objection(asked, LocalDate.of(2027, 12, 20))).contains("has not come yet");
        assertThat(chosenDays().objection(asked, LocalDate.of(2026, 11, 28)).orElseThrow())
                .startsWith("is closed in Sage 200");
        assertThat(chosenDays().objection(asked, LocalDate.of(2026, 12, 20))).isEmpty();
    }

    @Test
    void a_chosen_day_that_was_closed_since_is_asked_for_again() throws Exception {
        asked();
        choose("2026-12-02");
        planned();
        close("2026-12-02");
        world.store()
                .park(
                        world.store()
                                .claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)
                                .get(0),
                        List.of(new Reason("PERIOD_CLOSED", Owner.FINANCE, "it is closed", "open it")),
                        Duration.ofHours(1));
        world.transactions()
                .bean(StoppedByPeriod.class, world.postings(), world.givingUp(), world.staging(), rules())
                .planAgain(Set.of(PostingKind.CREDIT_NOTE));
        planned();
        assertThat(codes(12)).containsExactly("DAY_TO_CHOOSE");
        assertThat(dates.differing(0, 10))
                .extracting(DifferingDate::documentDate)
                .containsExactly((LocalDate) null);
    }

    @Test
    void a_plan_that_was_made_before_a_person_chose_is_made_again() throws Exception {
        asked();
        world.staging().planAgain(CollectReturns.KIND, "10234/R12");
        List<Object> before = plans();
        choose("2026-12-02");
        record(before);
        assertThat(credit(12).state()).isEqualTo(PostingState.HELD);
        planned();
        assertThat(document(12).date()).isEqualTo(LocalDate.of(2026, 12, 2));
    }

    @Test
    void what_is_settled_by_hand_carries_no_day() throws Exception {
        asked();
        Posting credit = credit(12);
        world.transactions().inNew(() -> {
            world.givingUp().giveUp(credit.id(), "jo", "credited by hand");
            new DocumentDays(world.postings(), dates)
                    .changed(new PostingChanged(
                            credit.id(),
                            credit.key(),
                            credit.state(),
                            PostingState.ABANDONED,
                            credit.amount(),
                            List.of(),
                            ""));
            return true;
        });
        assertThat(dates.differing(0, 10)).isEmpty();
        stage(12, COMPLETED, "23.40", TOUCHED);
        planned();
        assertThat(dates.differing(0, 10)).as("nor does another plan of it").isEmpty();
        assertThat(choose("2026-12-02")).isFalse();
    }

    @Test
    void a_day_that_nobody_asks_for_cannot_be_chosen() {
        assertThat(dates.choose(
                        new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/R99"),
                        LocalDate.of(2026, 12, 2),
                        "fiona",
                        "Why not"))
                .isFalse();
    }

    @Test
    void what_is_back_on_stock_waits_to_be_booked_in_until_a_person_has_done_so() throws Exception {
        orderPosted();
        stage(12, "PENDING");
        planned();
        assertThat(bookingIn.awaiting(0, 10)).isEmpty();
        stage(12, COMPLETED);
        planned();
        assertThat(bookingIn.awaiting(0, 10)).singleElement().satisfies(units -> {
            assertThat(units.number()).isEqualTo("10234/R12");
            assertThat(units.sku()).isEqualTo("SHIRT");
            assertThat(units.quantity()).isOne();
            assertThat(units.warehouse()).isEqualTo("Main");
            assertThat(units.sageWarehouse()).isEqualTo("WEB");
        });
        ReturnUnits units = bookingIn.awaiting(0, 10).get(0);
        assertThat(bookingIn.close(units.id(), "walter", "Goods received note 55"))
                .isPresent();
        assertThat(bookingIn.close(units.id(), "walter", "Again")).isEmpty();
        stage(12, COMPLETED, "23.40", TOUCHED);
        planned();
        assertThat(bookingIn.awaiting(0, 10)).as("closed by a person").isEmpty();
        assertThat(world.audit().of("C10234"))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("BOOKED_IN"));
    }

    @Test
    void what_is_opened_again_waits_no_more_and_what_is_completed_again_does() throws Exception {
        orderPosted();
        stage(12, COMPLETED);
        planned();
        stage(12, "PENDING");
        planned();
        assertThat(bookingIn.awaiting(0, 10)).isEmpty();
        stage(12, COMPLETED);
        planned();
        assertThat(bookingIn.awaiting(0, 10)).hasSize(1);
    }
}
