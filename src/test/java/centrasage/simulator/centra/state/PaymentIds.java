package centrasage.simulator.centra.state;

import centrasage.simulator.trade.Payment;
import java.util.List;
import java.util.stream.IntStream;

/** Ids of payment entries. The first of an order have room in its number; later ones must not take the next order's. */
final class PaymentIds {
    private static final int IN_NUMBER = 10;
    private static final int SPARE = 1_000_000_000;
    private static final int PER_ORDER_MAX = 100;

    private PaymentIds() {}

    static int next(int order, List<Payment> entries) {
        return IntStream.range(entries.size(), PER_ORDER_MAX)
                .map(index -> id(order, index))
                .filter(id -> entries.stream().noneMatch(entry -> entry.id() == id))
                .findFirst()
                .orElseThrow(() -> Refused.notSimulated("more than " + PER_ORDER_MAX + " payments of an order"));
    }

    private static int id(int order, int index) {
        return index < IN_NUMBER
                ? order * IN_NUMBER + index
                : Math.addExact(SPARE, Math.addExact(Math.multiplyExact(order, PER_ORDER_MAX), index));
    }
}
