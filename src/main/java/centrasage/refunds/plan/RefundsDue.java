package centrasage.refunds.plan;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPayments.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much of each refund without a return is to be credited: what was given back, less what pays back money that was taken above what
 * the order comes to (such as for a line that was cancelled before it left), and less what pays for returns that are credited and whose
 * own refund has not come. In whatever order these came, the sum is the same, and never more than was paid.
 */
final class RefundsDue {
    private final OrderPayments payments;
    private final Set<String> money;

    /** @param money the types of entries that are money taken, besides gift cards */
    RefundsDue(OrderPayments payments, Set<String> money) {
        this.payments = payments;
        this.money = money;
    }

    /** The refunds without a return, in the order in which Centra made them. */
    List<Entry> refunds() {
        return payments.entries().stream()
                .filter(Entry::isRefundWithoutReturn)
                .sorted(OrderPayments.MADE)
                .toList();
    }

    /**
     * By the id of the refund.
     *
     * @param invoiced what Sage has invoiced of the order: all that it comes to once it is cancelled in Centra
     * @param returned what is credited of each return, by its id
     * @param sent what was sent already of these refunds: it stays
     */
    Map<Long, BigDecimal> due(BigDecimal invoiced, Map<Long, BigDecimal> returned, Map<Long, BigDecimal> sent) {
        Map<Long, BigDecimal> due = new LinkedHashMap<>();
        BigDecimal absorbed = BigDecimal.ZERO;
        for (Entry refund : refunds()) {
            BigDecimal amount = refund.value().abs();
            due.put(refund.id(), sent.getOrDefault(refund.id(), amount));
            absorbed = absorbed.add(amount.subtract(of(refund, due)).max(BigDecimal.ZERO));
        }
        for (BigDecimal other : others(invoiced, returned)) {
            BigDecimal byNow = absorbed.min(other);
            absorbed = absorbed.subtract(byNow);
            absorb(other.subtract(byNow), due, sent.keySet());
        }
        atMost(taken().subtract(sum(RefundsDue::isForReturn)), due, sent.keySet());
        return due;
    }

    /** What refunds without a return may pay for besides: first what was taken above the order, then each return. */
    private List<BigDecimal> others(BigDecimal invoiced, Map<Long, BigDecimal> returned) {
        List<BigDecimal> others = new ArrayList<>();
        others.add(taken().subtract(total(invoiced)));
        returned.forEach((id, credited) -> others.add(credited.subtract(sum(entry -> isFor(entry, id)))));
        return others.stream().filter(amount -> amount.signum() > 0).toList();
    }

    private BigDecimal total(BigDecimal invoiced) {
        return payments.isCancelled() ? invoiced : payments.grandTotal();
    }

    /** The refund of exactly this amount was for it, or else the first ones. */
    private void absorb(BigDecimal amount, Map<Long, BigDecimal> due, Collection<Long> sent) {
        BigDecimal left = amount;
        for (Entry refund : refunds()) {
            if (!sent.contains(refund.id()) && of(refund, due).compareTo(amount) == 0) {
                due.put(refund.id(), BigDecimal.ZERO);
                return;
            }
        }
        for (Entry refund : refunds()) {
            if (!sent.contains(refund.id())) {
                BigDecimal taken = of(refund, due).min(left);
                due.merge(refund.id(), taken, BigDecimal::subtract);
                left = left.subtract(taken);
            }
        }
    }

    private static BigDecimal of(Entry refund, Map<Long, BigDecimal> due) {
        return due.getOrDefault(refund.id(), BigDecimal.ZERO);
    }

    private void atMost(BigDecimal paid, Map<Long, BigDecimal> due, Collection<Long> sent) {
        BigDecimal left = paid.subtract(due.entrySet().stream()
                .filter(each -> sent.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
        for (Entry refund : refunds()) {
            if (!sent.contains(refund.id())) {
                BigDecimal most = left.max(BigDecimal.ZERO).min(of(refund, due));
                due.put(refund.id(), most);
                left = left.subtract(most);
            }
        }
    }

    /** Whether this refund was not taken by the customer's bank: the same money came in again, under the same reference. */
    boolean hasComeBack(Entry refund) {
        BigDecimal above = taken().subtract(payments.grandTotal());
        return above.compareTo(refund.value().abs()) >= 0
                && !refund.reference().isEmpty()
                && payments.taken(money).stream()
                        .filter(entry -> OrderPayments.MADE.compare(entry, refund) > 0)
                        .filter(entry -> entry.reference().equals(refund.reference()))
                        .anyMatch(entry ->
                                entry.value().abs().compareTo(refund.value().abs()) == 0);
    }

    private BigDecimal taken() {
        return OrderPayments.sum(payments.taken(money));
    }

    private static boolean isForReturn(Entry entry) {
        return entry.isRefund() && !entry.isRefundWithoutReturn();
    }

    private static boolean isFor(Entry entry, long id) {
        Long made = entry.ofReturn();
        return entry.isRefund() && made != null && made == id;
    }

    private BigDecimal sum(Predicate<Entry> which) {
        return OrderPayments.sum(payments.entries().stream().filter(which).toList());
    }
}
