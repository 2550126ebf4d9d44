package centrasage.settlements.settle;

import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.match.Unmatched;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why lines find nothing in their clearing bank, by what is known of their orders elsewhere: it was settled before, it is in another bank, or in
 * another currency.
 */
final class Elsewhere {
    private static final int AT_ONCE = 500;

    private final ClearingEntries entries;
    private final SettlementBatches batches;
    private final SettlementLines lines;
    private final SettlementSettings settings;
    private final String company;

    Elsewhere(
            ClearingEntries entries,
            SettlementBatches batches,
            SettlementLines lines,
            SettlementSettings settings,
            String company) {
        this.batches = batches;
        this.lines = lines;
        this.entries = entries;
        this.settings = settings;
        this.company = company;
    }

    /** @param open why each of them has found nothing, as far as its own bank tells */
    Map<SettlementLines.Stored, Unmatched> why(Map<SettlementLines.Stored, Unmatched> open) {
        List<String> orders = open.keySet().stream()
                .map(stored -> order(stored.line()))
                .filter(order -> !order.isEmpty())
                .distinct()
                .toList();
        Map<String, List<ClearingEntries.Known>> known = new HashMap<>();
        for (int from = 0; from < orders.size(); from += AT_ONCE) {
            known.putAll(
                    entries.ofOrders(company, orders.subList(from, Math.min(orders.size(), from + AT_ONCE))).stream()
                            .collect(Collectors.groupingBy(each -> each.entry().order())));
        }
        Map<SettlementLines.Stored, Unmatched> why = new LinkedHashMap<>();
        open.forEach((stored, reason) -> why.put(
                stored,
                reason == Unmatched.MISSING_TRANSACTION || reason == Unmatched.AMOUNT_DIFFERS
                        ? why(stored.line(), reason, known.getOrDefault(order(stored.line()), List.of()))
                        : reason));
        return why;
    }

    private String order(SettlementLine line) {
        String merchant = line.references().merchant();
        return settings.orderOf(merchant.isEmpty() ? line.references().order() : merchant);
    }

    private Unmatched why(SettlementLine line, Unmatched reason, List<ClearingEntries.Known> ofOrder) {
        List<ClearingEntries.Known> same = new ArrayList<>(ofOrder);
        same.removeIf(known -> known.entry().origin().isRefund() != line.gross().isNegative());
        if (same.stream().anyMatch(known -> isAmount(line, known.entry()) && isSettledByTheSame(line, known))) {
            return Unmatched.DUPLICATE;
        }
        if (reason != Unmatched.MISSING_TRANSACTION) {
            return reason;
        }
        if (same.stream().anyMatch(known -> known.isOpen() && isAmount(line, known.entry()))) {
            return Unmatched.OTHER_BANK;
        }
        return same.stream()
                        .anyMatch(known -> known.isOpen()
                                && !known.entry()
                                        .value()
                                        .currency()
                                        .equals(line.gross().currency()))
                ? Unmatched.OTHER_CURRENCY
                : reason;
    }

    /** An order may have two equal payments, of which the second is not posted yet: only the provider's own references tell. */
    private boolean isSettledByTheSame(SettlementLine line, ClearingEntries.Known known) {
        return !known.isOpen()
                && !known.isByHand()
                && batches.batch(known.batch())
                        .flatMap(batch -> lines.line(batch, known.line()))
                        .map(SettlementLines.Stored::line)
                        .filter(before -> before.references()
                                        .payment()
                                        .equals(line.references().payment())
                                && before.references()
                                        .modification()
                                        .equals(line.references().modification()))
                        .isPresent();
    }

    private static boolean isAmount(SettlementLine line, ClearingEntry entry) {
        return entry.value().equals(line.gross().abs());
    }
}
