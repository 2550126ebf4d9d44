package centrasage.reconcile.cutoff;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.payments.invoice.TradeWorld;
import centrasage.sage200.client.SageClients;
import centrasage.sync.ledger.Invoice;
import com.fasterxml.jackson.databind.JsonNode;
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
