package centrasage.payments.residue;

import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the account of one order stands.
 *
 * @param object the order with all that follows from it, such as {@code 33/C10234}
 * @param customer the account
 * @param entries all of the order, those of which nothing is open as well; at least one
 * @param cleared how many residues of it were cleared before
 */
record LeftOpen(String company, String object, String customer, List<Entry> entries, int cleared) {
    LeftOpen {
        entries = List.copyOf(entries);
    }

    /** @param open of it, zero where it is settled */
    record Entry(EntryKind kind, LocalDate date, Money open) {}

    /** All that is open, on whichever side. */
    Money sum() {
        return entries.stream()
                .map(Entry::open)
                .reduce(Money.zero(entries.get(0).open().currency()), Money::plus);
    }

    /** Whether the customer owes it, or is owed it; both while something is still to be set off. */
    Set<Boolean> owed() {
        return entries.stream()
                .filter(entry -> !entry.open().isZero())
                .map(entry -> entry.kind().isDebit())
                .collect(Collectors.toSet());
    }

    /** The day of the last entry, settled or not. */
    LocalDate last() {
        return entries.stream().map(Entry::date).max(LocalDate::compareTo).orElseThrow();
    }
}
