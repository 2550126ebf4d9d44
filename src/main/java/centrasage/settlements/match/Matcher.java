package centrasage.settlements.match;

import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Finds what the lines of one batch settle in one clearing bank, the surest way first: by the provider's references, then by the shop's, then
 * by the shop's within what is tolerated, then several together. Where two fit it takes neither.
 */
public final class Matcher {
    private final OpenEntries entries;
    private final UnaryOperator<String> orderOf;
    private final long toleranceMinor;

    /**
     * @param orderOf the order's number in a reference of the shop's, or the reference as it is
     * @param toleranceMinor up to which difference an amount is taken for that of its order, in minor units; 0 tolerates none
     */
    public Matcher(OpenEntries entries, UnaryOperator<String> orderOf, long toleranceMinor) {
        this.entries = entries;
        this.orderOf = orderOf;
        this.toleranceMinor = toleranceMinor;
    }

    /** Whether a line of this kind settles receipts or refunds at all: what others do is posted for themselves. */
    public static boolean settles(LineKind kind) {
        return kind == LineKind.SALE || kind == LineKind.REFUND;
    }

    /** What this line settles; no other line finds that afterwards. */
    public Match match(SettlementLine line) {
        boolean refund = line.kind() == LineKind.REFUND;
        if (!line.unexplained().isZero() || !isOnItsSide(line)) {
            return new Match.Open(Unmatched.CONTRADICTION, List.of());
        }
        Search search = new Search(minor(line));
        List<OpenEntry> ofPayment = entries.ofReference(line.references().payment(), refund);
        List<OpenEntry> ofModification = entries.ofReference(line.references().modification(), refund);
        List<OpenEntry> ofOrder = ofOrder(line, refund);
        if (!line.references().modification().equals(line.references().payment())) {
            search.exactly(
                    Method.MODIFICATION_REFERENCE, ofModification); // of several captures of a payment it means one
        }
        search.exactly(Method.PAYMENT_REFERENCE, ofPayment);
        search.exactly(Method.ORDER, ofOrder);
        search.within(toleranceMinor, ofOrder);
        search.together(ofPayment);
        search.together(ofOrder);
        return settled(search.found());
    }

    /** A sale is above zero, and a refund below. */
    private static boolean isOnItsSide(SettlementLine line) {
        return !line.gross().isZero() && line.gross().isNegative() == (line.kind() == LineKind.REFUND);
    }

    private List<OpenEntry> ofOrder(SettlementLine line, boolean refund) {
        List<OpenEntry> found = entries.ofOrder(orderOf.apply(line.references().merchant()), refund);
        return found.isEmpty() ? entries.ofOrder(orderOf.apply(line.references().order()), refund) : found;
    }

    /** Exact: the decimals of a currency are those of its amounts. */
    static long minor(SettlementLine line) {
        return line.gross().amount().unscaledValue().abs().longValueExact();
    }

    private Match settled(Match match) {
        return match.match(
                settles -> {
                    entries.settle(settles.entries());
                    return settles;
                },
                open -> open);
    }

    /**
     * Lines that found nothing by themselves and settle the open entries of their payment together: a capture that is paid out in parts, or
     * equal parts of which nobody can say which is which.
     *
     * @return each line that settles something now
     */
    public Map<SettlementLine, Match.Settles> together(List<SettlementLine> open) {
        Map<String, List<SettlementLine>> byPayment = new LinkedHashMap<>();
        for (SettlementLine line : open) {
            if (settles(line.kind())
                    && !line.references().payment().isEmpty()
                    && line.unexplained().isZero()
                    && isOnItsSide(line)) {
                byPayment
                        .computeIfAbsent(line.kind() + " " + line.references().payment(), key -> new ArrayList<>())
                        .add(line);
            }
        }
        Map<SettlementLine, Match.Settles> settled = new LinkedHashMap<>();
        byPayment.values().forEach(lines -> settled.putAll(asOne(lines)));
        return settled;
    }

    private Map<SettlementLine, Match.Settles> asOne(List<SettlementLine> lines) {
        SettlementLine first = lines.get(0);
        boolean refund = first.kind() == LineKind.REFUND;
        List<OpenEntry> there = entries.ofReference(first.references().payment(), refund);
        long sum = lines.stream().mapToLong(Matcher::minor).sum();
        if (lines.size() < 2 || there.isEmpty() || sum != Search.sum(there)) {
            return Map.of();
        }
        entries.settle(there);
        Map<SettlementLine, Match.Settles> settled = new LinkedHashMap<>();
        lines.forEach(line -> settled.put(line, new Match.Settles(Method.SEVERAL_LINES, there, 0)));
        return settled;
    }
}
