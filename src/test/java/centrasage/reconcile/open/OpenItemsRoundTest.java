package centrasage.reconcile.open;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import centrasage.desk.BusinessException.Kind;
import centrasage.flow.AllocationNumber;
import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.reconcile.entries.LedgerWorld;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people allocate, reverse and undo in Sage 200 is taken over here in the night, and told where nothing explains it. */
class OpenItemsRoundTest {
    private final LedgerWorld world = new LedgerWorld();

    @AfterEach
    void close() {
        world.close();
    }

    /** What is open here, by Sage's number. */
    private List<String> open() {
        return world.items().open(0, 100).stream()
                .map(item -> item.urn() + " " + item.open())
                .toList();
    }

    private String receipt(String order, String amount) {
        return LedgerWorld.number(world.receipt(order, amount));
    }

    private BusinessException only() {
        assertThat(world.open()).hasSize(1);
        return world.open().get(0);
    }

    @Test
    void what_is_as_open_there_as_here_changes_nothing() {
        String receipt = receipt("1", "50.00");
        assertThat(world.reconcile())
                .containsEntry("open items compared", 1L)
                .containsEntry("open items taken over", 0L);
        assertThat(open()).containsExactly(receipt + " GBP 50.00");
        assertThat(world.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GBP, 1", "EUR, 1.15", "SEK, 12.60"})
    void the_rate_that_sage_states_is_kept_with_the_entry(String currency, String rate) {
        world.receipt("1", Money.of("50.00", currency));
        assertThat(world.items().of("33/C1"))
                .singleElement()
                .satisfies(item -> assertThat(item.rate()).isNull());
        world.reconcile();
        assertThat(world.items().of("33/C1"))
                .singleElement()
                .satisfies(item -> assertThat(item.rate()).isEqualByComparingTo(rate));
    }

    @Test
    void what_a_person_allocated_within_an_order_is_taken_over_and_told_to_nobody() {
        String receipt = receipt("1", "50.00");
        String invoice = world.invoice("1", "80.00");
        world.allocate("50.00", receipt, invoice);
        assertThat(world.reconcile()).containsEntry("open items taken over", 2L);
        assertThat(open()).containsExactly(invoice + " GBP 30.00");
        assertThat(world.told()).isEmpty();
        assertThat(world.store().audit().of("C1"))
                .filteredOn(entry -> entry.action().equals("OPEN_ITEM_AGREED"))
                .hasSize(2);
        assertThat(world.reconcile()).containsEntry("open items taken over", 0L);
    }

    /** As the remedy of an exchange asks for, be it dearer or cheaper. */
    @ParameterizedTest
    @CsvSource({"20.00, 80.00, GBP 60.00 of the invoice", "80.00, 20.00, GBP 60.00 of the credit"})
    void a_credit_that_a_person_allocated_to_the_order_that_was_sent_instead_is_taken_over_and_told_to_nobody(
            String returned, String sent, String left) {
        String credit = LedgerWorld.number(world.creditNote("1", returned));
        String invoice = world.invoice("2", sent);
        world.allocate("20.00", credit, invoice);
        world.reconcile();
        assertThat(open()).containsExactly(left.endsWith("invoice") ? invoice + " GBP 60.00" : credit + " GBP 60.00");
        assertThat(world.told()).isEmpty();
        assertThat(world.store().audit().of("C1"))
                .anyMatch(entry -> entry.detail().contains("; allocated to C2"));
    }

    @Test
    void what_was_reversed_or_allocated_to_a_stranger_is_taken_over_and_told_until_a_person_has_seen_it() {
        String receipt = receipt("1", "50.00");
        String stranger = world.freeText("50.00");
        world.allocate("50.00", receipt, stranger);
        world.reconcile();
        assertThat(open()).isEmpty();
        BusinessException told = only();
        assertThat(told.kind()).isEqualTo(Kind.OPEN_ITEM_DIFFERS);
        assertThat(told.sourceKey()).isEqualTo("1");
        assertThat(told.severity()).isEqualTo(Severity.HIGH);
        assertThat(told.owner()).isEqualTo(Owner.FINANCE);
        assertThat(told.atRisk()).isEqualTo(Money.of("50.00", "GBP"));
        assertThat(told.headline())
                .isEqualTo("Order 1: GBP 0.00 of receipt " + receipt
                        + " is open in Sage 200, and GBP 50.00 was here: somebody has reversed it, or has allocated it to an entry that"
                        + " is none of the order's");
        world.reconcile();
        assertThat(only()).as("the night after").isEqualTo(told);
    }

    @Test
    void an_allocation_that_somebody_has_undone_is_open_again_here_and_told() {
        String receipt = receipt("1", "50.00");
        String invoice = world.invoice("1", "50.00");
        world.allocate("50.00", receipt, invoice);
        world.items().allocated("33", receipt, invoice, Money.of("50.00", "GBP"));
        assertThat(world.reconcile()).containsEntry("open items compared", 2L);
        assertThat(world.told()).isEmpty();
        world.undo(receipt);
        world.undo(invoice);
        world.reconcile();
        assertThat(open()).containsExactly(receipt + " GBP 50.00", invoice + " GBP 50.00");
        assertThat(only().headline()).endsWith("somebody has undone its allocation");
        assertThat(only().reasons()).hasSize(2);
    }

    /** It tells itself that it cannot be made, and finds itself done where the person did the same. */
    @Test
    void what_an_allocation_of_ours_has_not_done_with_is_left_to_it() {
        String receipt = receipt("1", "50.00");
        String invoice = world.invoice("1", "80.00");
        PostingKey allocation = plan(receipt, invoice, "50.00");
        park();
        world.allocate("50.00", receipt, invoice);
        world.reconcile();
        assertThat(open()).containsExactly(receipt + " GBP 50.00", invoice + " GBP 80.00");
        world.store().giveUp(allocation, "allocated by hand");
        world.reconcile();
        assertThat(open()).containsExactly(invoice + " GBP 30.00");
        assertThat(world.told()).isEmpty();
    }

    @Test
    void an_entry_that_moved_on_since_it_was_read_is_left_for_the_next_night() {
        String receipt = receipt("1", "50.00");
        OpenItem read = world.items().of("33/C1").get(0);
        String invoice = world.invoice("1", "50.00");
        world.items().allocated("33", receipt, invoice, Money.of("20.00", "GBP"));
        world.items().agree(read, Money.of("0.00", "GBP"));
        assertThat(open()).containsExactly(receipt + " GBP 30.00", invoice + " GBP 30.00");
    }

    @Test
    void an_invoice_of_sages_own_that_is_gone_is_told() {
        String invoice = world.invoice("1", "80.00");
        world.delete(invoice);
        world.reconcile();
        assertThat(only().headline())
                .isEqualTo(
                        "Order 1: the sales ledger of Sage 200 has no invoice " + invoice + " of GBP 80.00 any more");
        assertThat(only().atRisk()).isEqualTo(Money.of("80.00", "GBP"));
        assertThat(open()).containsExactly(invoice + " GBP 80.00");
    }

    @Test
    void a_credit_of_a_sales_return_that_is_gone_is_told() {
        String credit = world.creditOfSalesReturn("1", "80.00");
        world.delete(credit);
        world.reconcile();
        assertThat(only().headline())
                .isEqualTo("Order 1: the sales ledger of Sage 200 has no credit note " + credit
                        + " of GBP 80.00 any more");
        assertThat(only().reasons().get(0).remedy()).contains("credit the sales return");
    }

    /** Its number was given to another entry, which says nothing about ours. */
    @Test
    void another_entry_under_the_number_of_one_that_is_gone_is_not_taken_for_it() {
        String receipt = receipt("1", "50.00");
        world.set(receipt, "document_gross_value", new BigDecimal("-70.00"));
        world.set(receipt, "document_outstanding_value", new BigDecimal("-70.00"));
        world.reconcile(LedgerWorld.DAY.plusDays(200));
        assertThat(open()).containsExactly(receipt + " GBP 50.00");
        assertThat(only().kind()).isEqualTo(Kind.ENTRY_DIFFERS);
    }

    private void park() {
        Reason otherwise = new Reason("ALLOCATED_OTHERWISE", Owner.FINANCE, "It is allocated otherwise", "Look at it");
        for (Claimed claimed : world.store().store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 20)) {
            world.store().store().intend(claimed, Duration.ofMinutes(5), "nothing found");
            world.store().store().conclude(claimed, Outcome.Refused.forNow(List.of(otherwise)), Duration.ofHours(1));
            world.store().store().release(claimed);
        }
    }

    private PostingKey plan(String credit, String debit, String amount) {
        PostingKey key =
                new PostingKey("33", PostingKind.ALLOCATION, new AllocationNumber("1", credit, debit).toString());
        Money value = Money.of(amount, "GBP");
        Command command = new Command(key, "33/C1", value, null, LedgerWorld.DAY, "content", "{}");
        world.store()
                .record(new Planned(
                        key,
                        command.object(),
                        new DocumentVersion("allocation", key.sourceKey(), 1),
                        value,
                        LedgerWorld.DAY,
                        new Plan.Post(command)));
        return key;
    }
}
