package centrasage.payments.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.InvoiceSeen;
import centrasage.flow.event.SystemFinding;
import centrasage.money.Money;
import centrasage.payments.PaymentSettings;
import centrasage.sage200.LedgerInvoice;
import centrasage.sage200.client.SageInvoices;
import centrasage.simulator.http.FaultKind;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.posting.Heard;
import centrasage.sync.runs.NoContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invoices that Sage's users post, seen by the step that looks for them. */
class CollectInvoicesTest {
    private static final LocalDate DAY = TradeWorld.DAY;

    private final TradeWorld world = new TradeWorld();
    private final Heard<SystemFinding> findings = new Heard<>();

    @AfterEach
    void stop() {
        world.close();
    }

    private InvoiceOrders orders() {
        return new InvoiceOrders(world.store().postings(), world.store().postedDocuments());
    }

    private void collect() throws TargetUnavailable {
        collect(world.clients().invoices(), orders());
    }

    private void collect(SageInvoices sage, InvoiceOrders orders) throws TargetUnavailable {
        world.store().runCounts().forget(NoContext.get().getExecutionId());
        PaymentSettings settings = new PaymentSettings() {
            @Override
            public Instant firstMoment() {
                return Instant.EPOCH;
            }

            @Override
            public Duration overlapOfSage() {
                return Duration.ZERO;
            }
        };
        TakeInvoices taken = world.store()
                .transactions()
                .bean(
                        TakeInvoices.class,
                        world.invoices(),
                        world.creditedReturns(),
                        world.store().store(),
                        findings);
        String end = new CollectInvoices(
                        sage,
                        orders,
                        new ReturnCredits(world.store().postings()),
                        taken,
                        world.store().postedDocuments(),
                        world.store().staging(),
                        world.store().runCounts(),
                        NoContext.get(),
                        Clock.systemUTC(),
                        settings)
                .process();
        assertThat(end).isEqualTo("COMPLETED");
    }

    private Map<String, Long> counted() {
        return world.store().runCounts().of(NoContext.get().getExecutionId());
    }

    private List<Invoice> of(String number) {
        return world.invoices().of("33/C" + number);
    }

    private void invoiced(String number) {
        world.post(number);
        world.despatch(number, 2, DAY);
        world.invoice(number, DAY);
    }

    private void option(String secondReference) {
        world.control("PUT", "site", "{'invoiceSecondReference': '" + secondReference + "'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-document-no", "order-no", "none"})
    void an_invoice_that_a_user_posts_is_known_by_its_order(String secondReference) throws TargetUnavailable {
        option(secondReference);
        world.post("10234");
        world.despatch("10234", 2, DAY);
        JsonNode posted = world.invoice("10234", DAY.plusDays(1));

        collect();

        assertThat(of("10234")).singleElement().satisfies(invoice -> {
            assertThat(invoice.number()).isEqualTo(posted.path("document_no").asText());
            assertThat(invoice.urn()).isEqualTo(posted.path("urn").asText());
            assertThat(invoice.ledgerId())
                    .isEqualTo(posted.path("posted_tran_id").asLong());
            assertThat(invoice.date()).isEqualTo(DAY.plusDays(1));
            assertThat(invoice.gross()).isEqualTo(TradeWorld.TOTAL);
        });
        assertThat(world.news()).containsExactly(new InvoiceSeen("33", "33/C10234"));
        assertThat(counted()).containsEntry("invoices seen", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-document-no", "order-no", "none"})
    void what_a_user_credits_of_a_return_of_ours_comes_to_the_account_of_its_order(String secondReference)
            throws TargetUnavailable {
        world.control("PUT", "site", "{'version': '2025R1'}");
        option(secondReference);
        world.post("10234");
        world.comeBack("10234", 12, DAY);
        world.enterReturn("C10234-R77");

        collect();
        assertThat(world.openItems().of("33/C10234"))
                .as("nobody has credited it")
                .isEmpty();
        assertThat(world.control("POST", "credits/all", "{'date': '" + DAY.plusDays(3) + "'}")
                        .path("credited")
                        .asInt())
                .isEqualTo(2);
        collect();

        assertThat(world.openItems().of("33/C10234")).singleElement().satisfies(credit -> {
            assertThat(credit.kind()).isEqualTo("CREDIT_NOTE");
            assertThat(credit.urn())
                    .isEqualTo(world.control("GET", "credits", "")
                            .get(0)
                            .path("urn")
                            .asText());
            assertThat(credit.date()).isEqualTo(DAY.plusDays(3));
            assertThat(credit.value()).isEqualTo(TradeWorld.TOTAL);
        });
        assertThat(world.allocationsDue().after("", 10)).containsExactly("33/C10234");
        assertThat(counted()).containsEntry("credits of returns seen", 1L);

        world.store().database().execute("DELETE FROM watermark");
        collect();
        assertThat(counted()).containsEntry("credits of returns seen", 0L);
        assertThat(world.openItems().of("33/C10234")).hasSize(1);
        assertThat(of("10234")).as("a credit note is no invoice").isEmpty();
    }

    @Test
    void a_second_run_changes_nothing_and_tells_nobody() throws TargetUnavailable {
        invoiced("10234");
        collect();
        world.store().database().execute("DELETE FROM watermark");
        collect();
        assertThat(of("10234")).hasSize(1);
        assertThat(world.news()).hasSize(1);
        assertThat(counted()).containsEntry("invoices seen", 0L);
    }

    @Test
    void part_invoices_of_one_order_are_each_known_oldest_first() throws TargetUnavailable {
        world.post("10234");
        world.despatch("10234", 1, DAY);
        world.invoice("10234", DAY.plusDays(2));
        world.despatch("10234", 1, DAY.plusDays(1));
        world.invoice("10234", DAY.plusDays(1));
        collect();
        assertThat(of("10234")).extracting(Invoice::date).containsExactly(DAY.plusDays(1), DAY.plusDays(2));
        assertThat(of("10234").stream().map(Invoice::gross).reduce(Money::plus)).contains(TradeWorld.TOTAL);
    }

    @Test
    void what_is_printed_and_not_posted_is_no_invoice_yet() throws TargetUnavailable {
        world.post("10234");
        world.despatch("10234", 2, DAY);
        world.print("10234", DAY);
        collect();
        assertThat(of("10234")).isEmpty();
        world.control("POST", "invoices/post", "{}");
        collect();
        assertThat(of("10234")).hasSize(1);
    }

    /** Its page was read already: only a watermark from before the reading leads the next run to it. */
    @Test
    void an_invoice_that_is_posted_while_the_ledger_is_read_is_seen_by_the_next_run() throws TargetUnavailable {
        invoiced("10234");
        world.post("10235");
        world.despatch("10235", 2, DAY);
        InvoiceOrders late =
                new InvoiceOrders(world.store().postings(), world.store().postedDocuments()) {
                    @Override
                    Sorted sort(String company, List<LedgerInvoice> invoices) {
                        world.invoice("10235", DAY);
                        return super.sort(company, invoices);
                    }
                };
        collect(world.clients().invoices(), late);
        assertThat(of("10234")).hasSize(1);
        assertThat(of("10235")).isEmpty();
        collect();
        assertThat(of("10235")).hasSize(1);
    }

    /** Sage shows no invoice beside it any more. */
    @ParameterizedTest
    @ValueSource(strings = {"customer-document-no", "order-no"})
    void of_an_archived_order_the_references_tell(String secondReference) throws TargetUnavailable {
        option(secondReference);
        invoiced("10234");
        world.archive("10234");
        collect();
        assertThat(of("10234")).hasSize(1);
    }

    @Test
    void an_archived_order_of_which_nothing_tells_is_counted() throws TargetUnavailable {
        option("none");
        invoiced("10234");
        world.archive("10234");
        collect();
        assertThat(of("10234")).isEmpty();
        assertThat(counted()).containsEntry("invoices of no order of ours", 1L);
    }

    @Test
    void an_order_that_was_never_posted_from_here_is_not_ours() throws TargetUnavailable {
        invoiced("10234");
        world.enter("C999");
        world.despatch("999", 2, DAY);
        world.invoice("999", DAY);
        collect();
        assertThat(of("999")).isEmpty();
        assertThat(world.news()).hasSize(1);
        assertThat(counted()).containsEntry("invoices of no order of ours", 1L);
    }

    @Test
    void a_ledger_invoice_under_our_name_of_the_order_counts() throws TargetUnavailable {
        world.post("10234");
        world.freeText("C10234", "S77");
        world.freeText("7788", "c10234");
        collect();
        assertThat(of("10234")).extracting(Invoice::number).containsExactly("C10234", "7788");
        assertThat(of("10234")).extracting(Invoice::gross).containsOnly(Money.of("12.00", "GBP"));
    }

    private static LedgerInvoice over(String... orders) {
        return new LedgerInvoice(5, "77", "0000000009", "", DAY, new BigDecimal("60.00"), List.of(orders));
    }

    @Test
    void an_invoice_over_several_orders_is_told_and_taken_as_no_ones() {
        world.post("10234");
        Sorted sorted = orders().sort("33", List.of(over("C10234", "C10235")));
        assertThat(sorted.ours()).isEmpty();
        assertThat(sorted.unclear()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(SystemFinding.Kind.INVOICE_NOT_TAKEN);
            assertThat(finding.subject()).isEqualTo("invoice/33/0000000009");
            assertThat(finding.reason().code()).isEqualTo("CONSOLIDATED_INVOICE");
            assertThat(finding.reason().what()).contains("0000000009", "GBP 60.00", "C10234, C10235");
        });
        assertThat(orders().sort("33", List.of(over("C1", "C2"))).others()).isOne();
    }

    @Test
    void one_order_that_stands_beside_it_twice_is_one() {
        world.post("10234");
        assertThat(orders().sort("33", List.of(over("C10234", "c10234 "))).ours())
                .hasSize(1);
    }

    @Test
    void a_site_that_does_not_answer_fails_the_run_and_the_next_one_sees_all() throws TargetUnavailable {
        invoiced("10234");
        world.sage().faults().order(FaultKind.SERVER_ERROR, "sales_transaction_views", 1);
        assertThatThrownBy(this::collect).isInstanceOf(TargetUnavailable.class);
        assertThat(world.sage().faults().count(FaultKind.SERVER_ERROR)).isOne();
        assertThat(of("10234")).isEmpty();
        collect();
        assertThat(of("10234")).hasSize(1);
    }
}
