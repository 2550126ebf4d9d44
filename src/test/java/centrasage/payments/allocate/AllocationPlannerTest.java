package centrasage.payments.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.NewAllocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set off against what, in whatever order the entries of an account come. */
class AllocationPlannerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Entry item(EntryKind kind, int urn, String value) {
        return new Entry(kind, Integer.toString(urn), DAY.plusDays(urn), Money.of(value, "GBP"));
    }

    private static List<String> plan(List<NewAllocation> made, Entry... items) {
        return AllocationPlanner.plan("33", List.of(items), made).stream()
                .map(each -> each.credit() + "-" + each.debit() + " "
                        + each.value().amount().toPlainString())
                .toList();
    }

    private static List<String> plan(Entry... items) {
        return plan(List.of(), items);
    }

    @Test
    void a_receipt_settles_its_invoice() {
        List<NewAllocation> planned = AllocationPlanner.plan(
                "33", List.of(item(EntryKind.RECEIPT, 1, "59.90"), item(EntryKind.INVOICE, 2, "59.90")), List.of());
        assertThat(planned)
                .containsExactly(new NewAllocation("33", "1", "2", Money.of("59.90", "GBP"), DAY.plusDays(2)));
    }

    @Test
    void part_captures_and_part_invoices_are_set_off_the_oldest_first() {
        assertThat(plan(
                        item(EntryKind.RECEIPT, 1, "40.00"),
                        item(EntryKind.RECEIPT, 2, "40.00"),
                        item(EntryKind.INVOICE, 3, "30.00"),
                        item(EntryKind.INVOICE, 4, "50.00")))
                .containsExactly("1-3 30.00", "1-4 10.00", "2-4 40.00");
    }

    @Test
    void a_refund_is_set_off_against_its_credit_and_not_against_the_receipt() {
        assertThat(plan(
                        item(EntryKind.RECEIPT, 1, "80.00"),
                        item(EntryKind.INVOICE, 2, "80.00"),
                        item(EntryKind.PAYMENT, 3, "30.00"),
                        item(EntryKind.CREDIT_NOTE, 4, "30.00")))
                .containsExactly("1-2 80.00", "4-3 30.00");
    }

    @Test
    void money_that_came_and_went_without_an_invoice_is_set_off() {
        assertThat(plan(item(EntryKind.RECEIPT, 1, "80.00"), item(EntryKind.PAYMENT, 2, "80.00")))
                .containsExactly("1-2 80.00");
    }

    /** What is returned before it is paid is owed less. */
    @Test
    void a_credit_without_a_refund_settles_what_is_left_of_the_invoice() {
        Entry invoice = item(EntryKind.INVOICE, 1, "80.00");
        Entry credit = item(EntryKind.CREDIT_NOTE, 2, "30.00");
        assertThat(plan(invoice, credit)).containsExactly("2-1 30.00");
        NewAllocation made = new NewAllocation("33", "2", "1", Money.of("30.00", "GBP"), DAY);
        assertThat(plan(List.of(made), invoice, credit, item(EntryKind.RECEIPT, 3, "80.00")))
                .containsExactly("3-1 50.00");
    }

    @Test
    void what_is_allocated_is_not_allocated_again() {
        Entry[] items = {item(EntryKind.RECEIPT, 1, "59.90"), item(EntryKind.INVOICE, 2, "59.90")};
        assertThat(plan(AllocationPlanner.plan("33", List.of(items), List.of()), items))
                .isEmpty();
    }

    /** One entry after the other, as they come: 200 orders of each seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_comes_in_whatever_order_all_that_can_be_is_set_off_and_nothing_twice(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int order = 0; order < 200; order++) {
            List<Entry> items = new ArrayList<>();
            List<NewAllocation> made = new ArrayList<>();
            int entries = 1 + random.nextInt(8);
            for (int urn = 1; urn <= entries; urn++) {
                EntryKind kind = EntryKind.values()[random.nextInt(EntryKind.values().length)];
                items.add(item(
                        kind,
                        urn,
                        BigDecimal.valueOf(1 + random.nextInt(10_000), 2).toPlainString()));
                made.addAll(AllocationPlanner.plan("33", items, made));
                check(items, made);
            }
        }
    }

    private static void check(List<Entry> items, List<NewAllocation> made) {
        Map<String, BigDecimal> allocated = new HashMap<>();
        for (NewAllocation each : made) {
            assertThat(each.value().amount()).isPositive();
            allocated.merge(each.credit(), each.value().amount(), BigDecimal::add);
            allocated.merge(each.debit(), each.value().amount(), BigDecimal::add);
        }
        assertThat(made).extracting(each -> each.credit() + "-" + each.debit()).doesNotHaveDuplicates();
        BigDecimal credits = BigDecimal.ZERO;
        BigDecimal debits = BigDecimal.ZERO;
        for (Entry item : items) {
            BigDecimal open = item.value().amount().subtract(allocated.getOrDefault(item.urn(), BigDecimal.ZERO));
            assertThat(open.signum()).as(item + " of " + made).isNotNegative();
            credits = item.kind().isDebit() ? credits : credits.add(open);
            debits = item.kind().isDebit() ? debits.add(open) : debits;
        }
        assertThat(credits.min(debits)).as(items + " " + made).isZero();
    }
}
