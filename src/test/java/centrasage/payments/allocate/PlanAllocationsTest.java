package centrasage.payments.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes to the accounts of orders, kept and planned as the job does it. */
class PlanAllocationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final OpenItems items = world.transactions().bean(OpenItems.class, world.entities());
    private final AllocationsDue due = world.transactions().bean(AllocationsDue.class, world.entities());
    private final OrderEntries entries =
            world.transactions().bean(OrderEntries.class, due, items, world.postings(), world.store());

    private static OpenItem item(String order, String kind, String urn, String value, String currency) {
        return new OpenItem("33", "33/C" + order, kind, urn, DAY, Money.of(value, currency));
    }

    private void comes(String order, String kind, String urn, String value, String currency) {
        items.add(item(order, kind, urn, value, currency));
        due.add("33/C" + order);
    }

    private void plan() {
        assertThat(new PlanAllocations(due, entries, new NoCounts(), NoContext.get()).process())
                .isEqualTo("COMPLETED");
    }

    private Optional<Posting> allocation(String number) {
        return world.posting(new PostingKey("33", PostingKind.ALLOCATION, number));
    }

    @Test
    void what_can_be_set_off_is_planned_once_however_often_something_comes() {
        world.record(Plans.post("1"));
        comes("1", "RECEIPT", "1001", "50.00", "GBP");
        plan();
        comes("1", "INVOICE", "1002", "80.00", "GBP");
        plan();
        Posting planned = allocation("1/A1001-1002").orElseThrow();
        assertThat(planned.state()).isEqualTo(PostingState.PLANNED);
        assertThat(planned.amount()).isEqualTo(Money.of("50.00", "GBP"));
        comes("1", "RECEIPT", "1003", "30.00", "GBP");
        plan();
        assertThat(allocation("1/A1003-1002").orElseThrow().amount()).isEqualTo(Money.of("30.00", "GBP"));
        due.add("33/C1");
        plan();
        assertThat(world.queued()).as("the order and two allocations").isEqualTo(3);
        assertThat(due.after("", 10)).isEmpty();
    }

    /** Entries of two currencies can only be a fault of ours. */
    @Test
    void an_order_that_cannot_be_planned_stays_due_and_keeps_no_other_waiting() {
        world.record(Plans.post("1"));
        world.record(Plans.post("2"));
        comes("1", "RECEIPT", "1001", "50.00", "GBP");
        comes("1", "INVOICE", "1002", "50.00", "EUR");
        comes("2", "RECEIPT", "1003", "50.00", "GBP");
        comes("2", "INVOICE", "1004", "50.00", "GBP");
        plan();
        assertThat(allocation("2/A1003-1004")).isPresent();
        assertThat(due.after("", 10)).containsExactly("33/C1");
    }

    @Test
    void a_number_that_a_restored_sage_gives_again_is_the_newer_entry() {
        items.add(item("1", "RECEIPT", "1001", "50.00", "GBP"));
        items.add(item("2", "INVOICE", "1001", "80.00", "GBP"));
        assertThat(items.of("33/C1")).isEmpty();
        assertThat(items.of("33/C2")).singleElement().satisfies(there -> {
            assertThat(there.kind()).isEqualTo("INVOICE");
            assertThat(there.open()).isEqualTo(Money.of("80.00", "GBP"));
        });
    }

    @Test
    void what_is_told_again_is_as_open_as_it_was() {
        items.add(item("1", "RECEIPT", "1001", "50.00", "GBP"));
        items.add(item("1", "INVOICE", "1002", "80.00", "GBP"));
        items.allocated("33", "1001", "1002", Money.of("50.00", "GBP"));
        items.add(item("1", "INVOICE", "1002", "80.00", "GBP"));
        assertThat(items.open(0, 10)).singleElement().satisfies(there -> {
            assertThat(there.urn()).isEqualTo("1002");
            assertThat(there.open()).isEqualTo(Money.of("30.00", "GBP"));
        });
    }
}
