package centrasage.reconcile.cutoff;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderStanding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.payments.invoice.TradeWorld;
import centrasage.sage200.client.SageClients;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One order after another is captured, despatched and invoiced, and looked at as it stood at the end of this day or that. */
class CutOffTest {
    private static final LocalDate DAY = TradeWorld.DAY;
    private static final LocalDate NEXT = DAY.plusDays(1);

    private final TradeWorld world = new TradeWorld();
    private int entries;

    @AfterEach
    void stop() {
        world.close();
    }

    private CutOffReport at(LocalDate day) {
        CutOffReport report = at(day, world.clients());
        assertThat(report.silent()).isEmpty();
        return report;
    }

    private CutOffReport at(LocalDate day, SageClients sage) {
        return CutOffBeans.of(world, sage).at(day);
    }

    private void captured(String number, String amount, LocalDate day) {
        world.money(PostingKind.RECEIPT, number, ++entries, amount, day);
    }

    private void refunded(String number, String amount, LocalDate day) {
        world.money(PostingKind.CUSTOMER_REFUND, number, ++entries, amount, day);
    }

    /** Posted by a user, and seen. */
    private void invoiced(String number, LocalDate day) {
        JsonNode posted = world.invoice(number, day);
        world.invoices()
                .saw(List.of(new Invoice(
                        "33",
                        "33/C" + number,
                        posted.path("posted_tran_id").asLong(),
                        posted.path("urn").asText(),
                        posted.path("document_no").asText(),
                        day,
                        Money.of(posted.path("total_gross_value").decimalValue(), "GBP"))));
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    private static void isEmpty(CutOffReport report) {
        assertThat(report.capturedNotDespatched()).isEmpty();
        assertThat(report.despatchedNotInvoiced()).isEmpty();
        assertThat(report.invoicedNotCaptured()).isEmpty();
    }

    @Test
    void captured_and_not_despatched_with_the_vat_at_stake() {
        world.post("1");
        captured("1", "30.00", DAY);
        world.despatch("1", 2, NEXT);
        invoiced("1", NEXT);

        CutOffReport report = at(DAY);

        assertThat(report.capturedNotDespatched()).singleElement().satisfies(open -> {
            assertThat(open.order()).isEqualTo("1");
            assertThat(open.company()).isEqualTo("33");
            assertThat(open.sageOrder()).matches("\\d{10}");
            assertThat(open.open()).isEqualTo(pounds("30.00"));
            assertThat(open.vat()).isEqualTo(pounds("5.00"));
        });
        assertThat(report.despatchedNotInvoiced()).isEmpty();
        assertThat(report.invoicedNotCaptured()).isEmpty();
        isEmpty(at(NEXT));
        isEmpty(at(DAY.minusDays(1)));
    }

    @Test
    void part_of_it_has_left() {
        world.post("1");
        captured("1", "30.00", DAY);
        world.despatch("1", 1, DAY);
        CutOffReport report = at(DAY);
        assertThat(report.capturedNotDespatched()).singleElement().satisfies(open -> {
            assertThat(open.open()).isEqualTo(pounds("12.00"));
            assertThat(open.vat()).isEqualTo(pounds("2.00"));
        });
        assertThat(report.despatchedNotInvoiced())
                .extracting(OpenAtCutOff::open)
                .containsExactly(pounds("18.00"));
    }

    @Test
    void despatched_by_the_day_and_invoiced_after_it() {
        world.post("1");
        captured("1", "30.00", DAY);
        world.despatch("1", 2, DAY);
        invoiced("1", NEXT);
        CutOffReport report = at(DAY);
        assertThat(report.despatchedNotInvoiced())
                .extracting(OpenAtCutOff::open)
                .containsExactly(pounds("30.00"));
        assertThat(report.capturedNotDespatched()).isEmpty();
        isEmpty(at(NEXT));
    }

    @Test
    void despatched_and_never_captured_or_invoiced() {
        world.post("1");
        world.despatch("1", 2, DAY);
        assertThat(at(DAY).despatchedNotInvoiced())
                .extracting(OpenAtCutOff::open)
                .containsExactly(pounds("30.00"));
        isEmpty(at(DAY.minusDays(1)));
    }

    @Test
    void invoiced_and_captured_after_the_day_or_never() {
        world.post("1");
        world.post("2");
        for (String order : List.of("1", "2")) {
            world.despatch(order, 2, DAY);
            invoiced(order, DAY);
        }
        captured("1", "30.00", NEXT);
        assertThat(at(DAY).invoicedNotCaptured())
                .extracting(OpenAtCutOff::order)
                .containsExactly("1", "2");
        assertThat(at(NEXT).invoicedNotCaptured()).singleElement().satisfies(open -> {
            assertThat(open.order()).isEqualTo("2");
            assertThat(open.open()).isEqualTo(pounds("30.00"));
        });
    }

    @Test
    void what_was_given_back_of_what_never_left_is_not_at_stake_any_more() {
        world.post("1");
        captured("1", "30.00", DAY);
        world.despatch("1", 1, DAY);
        refunded("1", "12.00", NEXT);
        assertThat(at(DAY).capturedNotDespatched())
                .extracting(OpenAtCutOff::open)
                .containsExactly(pounds("12.00"));
        assertThat(at(NEXT).capturedNotDespatched()).isEmpty();
    }

    /** One left and came back, the other never left: what was given back for the one is not taken off the other. */
    @Test
    void what_was_given_back_of_what_came_back_hides_nothing_of_what_never_left() {
        world.post("1");
        captured("1", "30.00", DAY);
        world.despatch("1", 1, DAY);
        refunded("1", "12.00", DAY);
        assertThat(at(DAY).capturedNotDespatched()).isEmpty();
        world.money(PostingKind.CREDIT_NOTE, "1", ++entries, "12.00", DAY);
        assertThat(at(DAY).capturedNotDespatched())
                .extracting(OpenAtCutOff::open)
                .containsExactly(pounds("12.00"));
    }

    @Test
    void what_was_credited_and_not_given_back_yet_was_not_taken_for_what_is_to_leave() {
        world.post("1");
        captured("1", "30.00", DAY);
        world.despatch("1", 2, DAY);
        world.money(PostingKind.CREDIT_NOTE, "1", ++entries, "12.00", DAY);
        assertThat(at(DAY).capturedNotDespatched()).isEmpty();
    }

    @Test
    void an_order_that_is_not_in_sage_yet_counts_with_the_vat_of_its_plan() {
        world.post("2");
        world.plan("1", DAY);
        captured("1", "30.00", DAY);
        assertThat(at(DAY).capturedNotDespatched()).singleElement().satisfies(open -> {
            assertThat(open.order()).isEqualTo("1");
            assertThat(open.vat()).isEqualTo(pounds("5.00"));
            assertThat(open.note()).contains("not posted");
        });
    }

    @Test
    void an_archived_order_is_complete() {
        world.post("1");
        captured("1", "31.00", DAY);
        world.despatch("1", 2, DAY);
        invoiced("1", DAY);
        assertThat(at(DAY).capturedNotDespatched())
                .extracting(OpenAtCutOff::open)
                .containsExactly(pounds("1.00"));
        world.archive("1");
        isEmpty(at(DAY));
    }

    /** Nothing is posted of the order itself, whose VAT is known from its plan. */
    @Test
    void where_shipments_are_invoiced_what_they_come_to_has_left() {
        world.post("2");
        validated("1");
        captured("1", "30.00", DAY.minusDays(1));
        shipped("1-1", "12.00", DAY, true);
        shipped("1-2", "18.00", NEXT, false);

        assertThat(at(DAY.minusDays(1)).capturedNotDespatched()).singleElement().satisfies(open -> {
            assertThat(open.order()).isEqualTo("1");
            assertThat(open.open()).isEqualTo(pounds("30.00"));
            assertThat(open.vat()).isEqualTo(pounds("5.00"));
            assertThat(open.note()).isEmpty();
        });
        CutOffReport sent = at(DAY);
        assertThat(sent.capturedNotDespatched()).extracting(OpenAtCutOff::open).containsExactly(pounds("18.00"));
        assertThat(sent.capturedNotDespatched()).extracting(OpenAtCutOff::vat).containsExactly(pounds("3.00"));
        assertThat(sent.despatchedNotInvoiced()).isEmpty();
        assertThat(sent.invoicedNotCaptured()).isEmpty();
        CutOffReport all = at(NEXT);
        assertThat(all.capturedNotDespatched())
                .as("what is held has left all the same")
                .isEmpty();
        assertThat(all.despatchedNotInvoiced()).extracting(OpenAtCutOff::open).containsExactly(pounds("18.00"));
    }

    @Test
    void a_shipment_that_was_invoiced_and_not_paid_and_one_that_was_neither() {
        world.post("2");
        validated("1");
        shipped("1-1", "12.00", DAY, true);
        assertThat(at(DAY).invoicedNotCaptured()).extracting(OpenAtCutOff::open).containsExactly(pounds("12.00"));
        isEmpty(at(DAY.minusDays(1)));
        validated("3");
        shipped("3-1", "7.00", DAY, false);
        assertThat(at(DAY).despatchedNotInvoiced()).singleElement().satisfies(open -> {
            assertThat(open.order()).isEqualTo("3");
            assertThat(open.open()).isEqualTo(pounds("7.00"));
        });
    }

    private void validated(String number) {
        PostingKey key = new PostingKey("33", PostingKind.ORDER, number);
        Command coded = new Command(key, "33/C" + number, TradeWorld.TOTAL, pounds("5.00"), DAY, "content", "{}");
        Reason reason = new Reason(OrderStanding.VALIDATED_ONLY, Owner.FINANCE, "It is validated", "Nothing");
        record(new DocumentVersion("order", number, 1), coded, new Plan.Skip(reason, coded));
    }

    /** @param invoiced or else held */
    private void shipped(String number, String amount, LocalDate day, boolean invoiced) {
        PostingKey key = new PostingKey("33", PostingKind.LEDGER_INVOICE, number);
        String object = "33/C" + number.substring(0, number.indexOf('-'));
        Command command = new Command(key, object, pounds(amount), null, day, "content", "{}");
        Reason held = new Reason("TAX_CODE", Owner.FINANCE, "It has no tax code", "Map it");
        record(
                new DocumentVersion("shipment", number, 1),
                command,
                invoiced ? new Plan.Post(command) : new Plan.Hold(List.of(held)));
        if (invoiced) {
            for (Claimed claimed : world.store().store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 20)) {
                if (claimed.command().key().equals(key)) {
                    Document document = new Document("9", "9" + ++entries, pounds(amount), null, null);
                    world.store().store().intend(claimed, Duration.ofMinutes(5), "nothing found");
                    world.store().store().conclude(claimed, new Outcome.Posted(document), Duration.ZERO);
                }
                world.store().store().release(claimed);
            }
            // as payment-import reads it in the sales ledger
            world.invoices()
                    .saw(List.of(new Invoice("33", object, entries, "9" + entries, object, day, pounds(amount))));
        }
    }

    private void record(DocumentVersion version, Command command, Plan plan) {
        world.store()
                .record(new Planned(
                        command.key(),
                        command.object(),
                        version,
                        command.amount(),
                        command.businessDate(),
                        plan,
                        "content"));
    }

    @Test
    void without_sage_the_lists_that_need_it_are_silent() {
        world.post("1");
        world.despatch("1", 2, DAY);
        invoiced("1", DAY);
        world.post("2");
        captured("2", "30.00", DAY);
        CutOffReport report = at(DAY, new SageClients("http://127.0.0.1:1"));
        assertThat(report.silent()).containsOnlyKeys("33");
        assertThat(report.capturedNotDespatched()).isEmpty();
        assertThat(report.invoicedNotCaptured()).extracting(OpenAtCutOff::order).containsExactly("1");
    }
}
