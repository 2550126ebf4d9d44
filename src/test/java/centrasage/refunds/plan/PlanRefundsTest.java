package centrasage.refunds.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.money.Money;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundSettings;
import centrasage.refunds.intake.CollectRefunds;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Posting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refunds without a return planned and recorded as the job does it: before and after their order, its invoice and its returns. */
class PlanRefundsTest extends OrderInBooks {
    private static final String CAPTURE = entry(1, "CAPTURE", "SUCCESS", "48.00", null);

    private String total = "48.00";
    private int changes;

    private static String entry(int id, String type, String status, String value, @Nullable Integer ofReturn) {
        return """
                {"id": %d, "createdAt": "2026-11-24T10:00:00+00:00", "entryType": "%s", "status": "%s",
                 "externalReference": "PSP%d", "value": {"value": %s, "currency": {"code": "GBP"}}, "return": %s}
                """.formatted(id, type, status, id, value, ofReturn == null ? "null" : "{\"id\": " + ofReturn + "}");
    }

    private static String refund(int id, String value) {
        return entry(id, "REFUND", "SUCCESS", value, null);
    }

    private void stage(String... entries) {
        stageText("""
                {"number": 10234, "status": "SHIPPED", "createdAt": "2026-11-20T10:00:00+00:00", "store": {"name": "UK"},
                 "market": {"name": "UK"}, "grandTotal": {"value": %s, "currency": {"code": "GBP"}},
                 "shippingAddress": {"country": {"code": "GB"}}, "paymentMethod": {"uri": "adyen"}, "paymentHistory": [%s]}
                """.formatted(total, String.join(", ", entries)));
    }

    private void stageText(String text) {
        world.staging()
                .stage(
                        CollectRefunds.KIND,
                        List.of(new Received("10234", "C10234", Instant.EPOCH.plusSeconds(++changes), text)),
                        world.staging().readingBegins());
    }

    private RefundSettings settings() {
        return new RefundSettings() {
            @Override
            public RefundRules rules() {
                return refundRules();
            }
        };
    }

    /** All that wait, planned in one chunk; what had to wait is not among them. */
    private int planned() throws Exception {
        SageClients clients = clients();
        PlanRefunds plan = new PlanRefunds(
                pinned(),
                new OrderStandings(world.postings()),
                books(),
                clients.sites(),
                dated(clients, Clock.fixed(Instant.parse("2026-12-20T09:00:00Z"), ZoneOffset.UTC)),
                settings(),
                NoContext.get());
        List<Object> chunk = new ArrayList<>();
        for (Staged staged : unplanned()) {
            PlannedDocument planned = plan.processItem(staged);
            if (planned != null) {
                chunk.add(planned);
            }
        }
        record(chunk);
        return chunk.size();
    }

    private void record(List<Object> chunk) {
        world.transactions().inNew(() -> {
            new RecordRefunds(
                            world.store(),
                            world.staging(),
                            new DocumentDays(world.postings(), dates),
                            new RefundWatch(world.postings(), world.staging()),
                            new NoCounts(),
                            NoContext.get())
                    .writeItems(chunk);
            return true;
        });
    }

    private List<Staged> unplanned() {
        return world.staging().unplanned(CollectRefunds.KIND, 0, 50);
    }

    private Posting credit(String name) {
        return world.posting(new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/" + name))
                .orElseThrow();
    }

    private List<String> codes(String name) {
        return credit(name).reasons().stream().map(Reason::code).toList();
    }

    private SalesDocument document(String name) {
        return world.postedDocuments()
                .command(credit(name).id())
                .map(command -> SalesDocumentJson.read(command.document()))
                .orElseThrow();
    }

    /** What the plan of a return comes to, recorded and told. */
    private void returned(String value, Plan plan) {
        Planned planned = new Planned(
                new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/R12"),
                "33/C10234",
                new DocumentVersion(CollectReturns.KIND, "10234/R12", ++changes),
                Money.of(value, "GBP"),
                LocalDate.of(2026, 11, 24),
                plan);
        world.record(planned);
        told("R12");
    }

    private void told(String name) {
        Posting credit = credit(name);
        world.transactions().inNew(() -> {
            watch().credited(new PostingChanged(
                    credit.id(), credit.key(), credit.state(), credit.state(), credit.amount(), List.of(), ""));
            return true;
        });
    }

    private void settledByHand(String name) {
        Posting before = credit(name);
        world.transactions().inNew(() -> {
            world.givingUp().giveUp(before.id(), "jo", "credited by hand");
            PostingChanged change = new PostingChanged(
                    before.id(), before.key(), before.state(), PostingState.ABANDONED, before.amount(), List.of(), "");
            watch().changed(change);
            watch().credited(change);
            return true;
        });
    }

    private List<String> changesTold() {
        return world.findings().stream()
                .filter(finding -> finding.kind() == PostingFinding.Kind.CHANGED_AFTER_POSTING)
                .map(finding -> finding.reason().what())
                .toList();
    }

    private static Plan held() {
        return new Plan.Hold(List.of(new Reason("RETURN_TAX_CODE", Owner.FINANCE, "it is held", "mend it")));
    }

    private static Plan notCompleted() {
        return new Plan.Skip(new Reason("RETURN_NOT_COMPLETED", Owner.CX, "it is not completed", "nothing"));
    }

    @Test
    void a_refund_waits_for_its_order_then_for_its_invoice_and_goes_out_by_itself_after_that() throws Exception {
        stage(CAPTURE, refund(77, "6.00"));
        assertThat(planned()).as("its order is not known").isZero();
        assertThat(unplanned()).hasSize(1);
        orderPosted();
        assertThat(planned()).isOne();
        assertThat(credit("P77").state()).isEqualTo(PostingState.HELD);
        assertThat(codes("P77")).containsExactly("ORDER_NOT_INVOICED");
        invoice("48.00");
        assertThat(planned()).isOne();
        assertThat(credit("P77").state()).isEqualTo(PostingState.PLANNED);
        assertThat(document("P77").customer()).isEqualTo("CENTGBP1");
        assertThat(document("P77").date()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(document("P77").value()).isEqualTo(Money.of("6.00", "GBP"));
        assertThat(document("P77").tax()).isEqualByComparingTo("1.00");
        assertThat(unplanned()).isEmpty();
    }

    @Test
    void what_was_never_sold_is_due_once_it_is_invoiced_all_the_same() throws Exception {
        total = "24.00";
        orderPosted();
        stage(CAPTURE, refund(77, "24.00"));
        planned();
        assertThat(codes("P77")).containsExactly("NO_CREDIT_DUE");
        invoice("48.00");
        assertThat(planned()).as("looked at again").isOne();
        assertThat(codes("P77")).containsExactly("NO_CREDIT_DUE");
        total = "48.00";
        stage(CAPTURE, refund(77, "24.00"));
        planned();
        assertThat(document("P77").value()).isEqualTo(Money.of("24.00", "GBP"));
    }

    @Test
    void two_at_once_are_planned_together_and_never_above_the_invoice() throws Exception {
        orderPosted();
        invoice("10.00");
        stage(CAPTURE, refund(77, "6.00"), refund(78, "6.00"));
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.PLANNED);
        assertThat(codes("P78")).containsExactly("CREDIT_ABOVE_INVOICE");
        postDue("2");
        assertThat(credit("P77").state()).isEqualTo(PostingState.POSTED);
        invoice("38.00");
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.POSTED);
        assertThat(document("P78").secondReference())
                .isEqualTo("REFUND-26")
                .isNotEqualTo(document("P77").secondReference());
    }

    @Test
    void pennies_that_sage_has_invoiced_less_are_left_out_of_the_posting_as_of_the_document() throws Exception {
        orderPosted();
        invoice("47.99");
        stage(CAPTURE, refund(77, "48.00"));
        planned();
        assertThat(document("P77").value()).isEqualTo(Money.of("47.99", "GBP"));
        assertThat(credit("P77").amount()).isEqualTo(Money.of("47.99", "GBP"));
    }

    @Test
    void a_return_that_takes_its_place_while_it_waits_leaves_nothing_of_it() throws Exception {
        orderPosted();
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        assertThat(codes("P77")).containsExactly("ORDER_NOT_INVOICED");
        returned("6.00", held());
        assertThat(planned()).isOne();
        assertThat(codes("P77")).containsExactly("NO_CREDIT_DUE");
        returned("6.00", notCompleted());
        planned();
        assertThat(codes("P77")).as("the return is none any more").containsExactly("ORDER_NOT_INVOICED");
    }

    @Test
    void what_a_person_has_credited_of_a_return_is_not_credited_again_of_its_refund() throws Exception {
        orderPosted();
        invoice("48.00");
        returned("20.00", held());
        stage(CAPTURE, refund(77, "20.00"));
        planned();
        assertThat(codes("P77")).containsExactly("NO_CREDIT_DUE");
        settledByHand("R12");
        planned();
        assertThat(codes("P77")).containsExactly("NO_CREDIT_DUE");
    }

    @Test
    void what_a_person_has_credited_leaves_less_of_the_invoice_for_what_is_not_sent_yet() throws Exception {
        orderPosted();
        invoice("34.00");
        returned("20.00", held());
        stage(CAPTURE, entry(76, "REFUND", "SUCCESS", "20.00", 12), refund(77, "12.00"), refund(78, "12.00"));
        planned();
        assertThat(credit("P78").state()).isEqualTo(PostingState.PLANNED);
        settledByHand("R12");
        assertThat(planned()).as("planned again by itself").isOne();
        assertThat(credit("P77").state()).isEqualTo(PostingState.PLANNED);
        assertThat(codes("P78")).containsExactly("CREDIT_ABOVE_INVOICE");
        settledByHand("P78");
        assertThat(planned()).as("planned again by itself").isOne();
        assertThat(codes("P77")).containsExactly("CREDIT_ABOVE_INVOICE");
        assertThat(changesTold()).isEmpty();
    }

    @Test
    void beside_a_return_with_a_refund_of_its_own_both_are_credited() throws Exception {
        orderPosted();
        invoice("48.00");
        returned("24.00", held());
        stage(CAPTURE, entry(76, "REFUND", "SUCCESS", "24.00", 12), refund(77, "6.00"));
        planned();
        assertThat(document("P77").value()).isEqualTo(Money.of("6.00", "GBP"));
    }

    @Test
    void the_refund_of_a_return_that_comes_later_makes_it_due() throws Exception {
        orderPosted();
        invoice("48.00");
        returned("24.00", held());
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        assertThat(codes("P77")).containsExactly("NO_CREDIT_DUE");
        stage(CAPTURE, refund(77, "6.00"), entry(78, "REFUND", "SUCCESS", "24.00", 12));
        planned();
        assertThat(document("P77").value()).isEqualTo(Money.of("6.00", "GBP"));
    }

    @Test
    void a_plan_that_another_credit_note_overtakes_is_made_again() throws Exception {
        closedPeriod = ClosedPeriod.NEXT_OPEN;
        orderPosted();
        invoice("48.00");
        close("2026-11-30");
        stage(CAPTURE, refund(77, "6.00"));
        SageClients clients = clients();
        PlannedDocument overtaken = new PlanRefunds(
                        pinned(),
                        new OrderStandings(world.postings()),
                        books(),
                        clients.sites(),
                        dated(clients, Clock.systemUTC()),
                        settings(),
                        NoContext.get())
                .processItem(unplanned().get(0));
        returned("6.00", held());
        record(List.of(Objects.requireNonNull(overtaken)));
        assertThat(world.posting(new PostingKey("33", PostingKind.CREDIT_NOTE, "10234/P77")))
                .isEmpty();
        assertThat(dates.differing(0, 10)).as("nothing goes out").isEmpty();
        planned();
        assertThat(codes("P77")).containsExactly("NO_CREDIT_DUE");
    }

    @Test
    void a_refund_that_fails_before_it_is_posted_is_not_sent() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        stage(CAPTURE, entry(77, "REFUND", "FAILED", "6.00", null));
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.SKIPPED);
        assertThat(codes("P77")).containsExactly("NO_REFUND_ANY_MORE");
    }

    @Test
    void a_refund_that_fails_after_its_credit_was_posted_is_told_and_nothing_is_reversed() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        postDue("2");
        stage(CAPTURE, entry(77, "REFUND", "FAILED", "6.00", null));
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.POSTED);
        assertThat(changesTold()).singleElement().asString().contains("no refund without a return in Centra any more");
    }

    @Test
    void a_refund_that_is_for_a_return_after_its_credit_was_posted_is_told() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        postDue("2");
        stage(CAPTURE, entry(77, "REFUND", "SUCCESS", "6.00", 12));
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.POSTED);
        assertThat(changesTold()).hasSize(1);
    }

    @Test
    void what_is_posted_stays_and_says_nothing_however_often_it_is_planned_again() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        postDue("2");
        total = "42.00";
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.POSTED);
        assertThat(credit("P77").amount()).isEqualTo(Money.of("6.00", "GBP"));
        assertThat(changesTold()).isEmpty();
    }

    @Test
    void of_payments_that_cannot_be_read_what_is_not_sent_is_a_persons_until_they_can() throws Exception {
        orderPosted();
        invoice("48.00");
        stage(CAPTURE, refund(77, "6.00"), refund(78, "7.00"));
        planned();
        stageText("{}");
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.HELD);
        assertThat(credit("P78").state()).isEqualTo(PostingState.HELD);
        stage(CAPTURE, refund(77, "6.00"), refund(78, "7.00"));
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.PLANNED);
        postDue("2");
        stageText("{}");
        planned();
        assertThat(credit("P77").state()).isEqualTo(PostingState.POSTED);
        assertThat(changesTold()).isEmpty();
    }

    @Test
    void an_order_of_before_the_cut_over_is_never_credited() throws Exception {
        stageText("""
                {"number": 10234, "status": "SHIPPED", "createdAt": "2026-10-20T10:00:00+00:00", "store": {"name": "UK"},
                 "market": {"name": "UK"}, "grandTotal": {"value": 48.00, "currency": {"code": "GBP"}},
                 "shippingAddress": {"country": {"code": "GB"}}, "paymentMethod": {"uri": "adyen"}, "paymentHistory": [%s, %s]}
                """.formatted(CAPTURE, refund(77, "6.00")));
        planned();
        assertThat(codes("P77")).containsExactly("ORDER_NOT_POSTED");
    }

    @Test
    void in_a_closed_period_it_goes_out_with_the_next_open_day_and_its_true_one_is_kept() throws Exception {
        closedPeriod = ClosedPeriod.NEXT_OPEN;
        orderPosted();
        invoice("48.00");
        close("2026-11-30");
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        assertThat(document("P77").date()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(dates.differing(0, 10)).singleElement().satisfies(differing -> {
            assertThat(differing.key().sourceKey()).isEqualTo("10234/P77");
            assertThat(differing.trueDate()).isEqualTo(LocalDate.of(2026, 11, 24));
        });
    }

    @Test
    void in_a_closed_period_a_person_may_be_asked() throws Exception {
        closedPeriod = ClosedPeriod.ASK;
        orderPosted();
        invoice("48.00");
        close("2026-11-30");
        stage(CAPTURE, refund(77, "6.00"));
        planned();
        assertThat(codes("P77")).containsExactly("DAY_TO_CHOOSE");
        assertThat(credit("P77").reasons().get(0).what()).startsWith("The credit note 10234/P77 is of 2026-11-24");
        dates.choose(credit("P77").key(), LocalDate.of(2026, 12, 3), "anna", "next period");
        new CreditSource(credit("P77").key()).planAgain(world.staging());
        planned();
        assertThat(document("P77").date()).isEqualTo(LocalDate.of(2026, 12, 3));
    }
}
