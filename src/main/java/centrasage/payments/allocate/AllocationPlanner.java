package centrasage.payments.allocate;

import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.NewAllocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets off what is open of one order: receipts against invoices and credit notes against refunds, the oldest first, then whatever is left
 * of both sides. Each pair settles one of its two, so that no pair occurs twice, and no transaction is allocated beyond its value. Asks
 * nobody.
 */
final class AllocationPlanner {
    /** Credit notes are money owed, receipts are money had: what belongs together comes first. */
    private static final List<List<EntryKind>> PAIRS = List.of(
            List.of(EntryKind.RECEIPT, EntryKind.INVOICE),
            List.of(EntryKind.CREDIT_NOTE, EntryKind.PAYMENT),
            List.of(EntryKind.CREDIT_NOTE, EntryKind.INVOICE),
            List.of(EntryKind.RECEIPT, EntryKind.PAYMENT));

    private final String company;
    private final List<Entry> items;
    private final Map<String, Money> left = new LinkedHashMap<>();
    private final List<NewAllocation> planned = new ArrayList<>();

    private AllocationPlanner(String company, List<Entry> items, List<NewAllocation> made) {
        this.company = company;
        this.items = items;
        items.forEach(item -> left.put(item.urn(), item.value()));
        made.forEach(allocation -> {
            take(allocation.credit(), allocation.value());
            take(allocation.debit(), allocation.value());
        });
    }

    /**
     * What is still to be allocated.
     *
     * @param items of one order, in one currency, the oldest first
     * @param made what was planned before, whatever became of it: a pair that a person gave up is settled as well
     */
    static List<NewAllocation> plan(String company, List<Entry> items, List<NewAllocation> made) {
        AllocationPlanner planner = new AllocationPlanner(company, items, made);
        PAIRS.forEach(pair -> planner.setOff(pair.get(0), pair.get(1)));
        return List.copyOf(planner.planned);
    }

    private void setOff(EntryKind creditKind, EntryKind debitKind) {
        for (Entry credit : of(creditKind)) {
            for (Entry debit : of(debitKind)) {
                setOff(credit, debit);
            }
        }
    }

    private List<Entry> of(EntryKind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    private void setOff(Entry credit, Entry debit) {
        Money value =
                least(left.getOrDefault(credit.urn(), credit.value()), left.getOrDefault(debit.urn(), debit.value()));
        if (value.isZero() || value.isNegative()) {
            return;
        }
        take(credit.urn(), value);
        take(debit.urn(), value);
        planned.add(new NewAllocation(company, credit.urn(), debit.urn(), value, later(credit.date(), debit.date())));
    }

    private void take(String urn, Money value) {
        left.computeIfPresent(urn, (same, before) -> before.minus(value));
    }

    private static Money least(Money one, Money other) {
        return one.minus(other).isNegative() ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
