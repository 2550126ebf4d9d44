package centrasage.settlements.opening;

import centrasage.mapping.Mappings;
import centrasage.settlements.file.Fault;
import centrasage.sync.ledger.ClearingEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be read and cannot be meant: what is taken once stays, so that a mistyped bank or year would differ for ever. */
final class OpeningCheck {
    private final Mappings mappings;
    private final LocalDate today;

    OpeningCheck(Mappings mappings, LocalDate today) {
        this.mappings = mappings;
        this.today = today;
    }

    /** The first of them, and how many there are; empty where there is none. */
    Optional<Fault> fault(List<ClearingEntry> items) {
        List<Fault> faults = items.stream()
                .flatMap(item -> Stream.of(bank(item), date(item)))
                .filter(Objects::nonNull)
                .toList();
        return faults.stream()
                .findFirst()
                .map(first -> Fault.ofBatch(
                        first.why() + (faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : ""),
                        first.remedy()));
    }

    private @Nullable Fault bank(ClearingEntry item) {
        return mappings.clearingBanks(item.company()).contains(item.bank())
                ? null
                : Fault.ofBatch(
                        "order " + item.order() + ", clearing_bank = \"" + item.bank() + "\": neither gateways.csv nor"
                                + " settlement.csv has it as a clearing bank of company " + item.company(),
                        "Correct the bank in the file, or map it first; nothing of the file is taken until then");
    }

    private @Nullable Fault date(ClearingEntry item) {
        return item.date().isAfter(today)
                ? Fault.ofBatch(
                        "order " + item.order() + ", date = \"" + item.date() + "\": is in the future",
                        "Correct the day in the file; nothing of the file is taken until then")
                : null;
    }
}
