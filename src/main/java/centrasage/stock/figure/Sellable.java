package centrasage.stock.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How many units of a SKU Centra may still sell (posting rules, section 6): what is free in Sage 200, less what is ordered there and not
 * allocated, less what is ordered and not in Sage yet, less the buffer; whole units, never below zero.
 *
 * @param remarks what people should know of the figures that it comes from
 */
public record Sellable(int units, List<String> remarks) {

    public Sellable {
        remarks = List.copyOf(remarks);
    }

    /**
     * What Sage 200 holds, in stock units.
     *
     * @param free neither allocated nor reserved
     * @param unconfirmed units in stock that nobody has confirmed
     */
    public record Held(BigDecimal free, BigDecimal unconfirmed) {}

    /**
     * What is promised already.
     *
     * @param openOrders ordered in Sage 200, and neither allocated nor despatched
     * @param inFlight ordered in Centra, and not in Sage 200 yet
     * @param buffer kept back
     */
    public record Taken(BigDecimal openOrders, long inFlight, int buffer) {

        /** Whether they are the same quantities, however they are written. */
        public boolean isSame(Taken other) {
            return openOrders.compareTo(other.openOrders) == 0 && inFlight == other.inFlight && buffer == other.buffer;
        }
    }

    /** @param sellsUnconfirmed whether stock that nobody has confirmed may be sold */
    public static Sellable of(Held held, Taken taken, boolean sellsUnconfirmed) {
        BigDecimal free = sellsUnconfirmed ? held.free() : held.free().subtract(held.unconfirmed());
        BigDecimal left = free.subtract(taken.openOrders())
                .subtract(BigDecimal.valueOf(taken.inFlight()))
                .subtract(BigDecimal.valueOf(taken.buffer()));
        List<String> remarks = new ArrayList<>();
        if (held.free().signum() < 0) {
            remarks.add("Sage 200 has promised " + plain(held.free().negate()) + " more than it has");
        }
        if (left.stripTrailingZeros().scale() > 0) {
            remarks.add("a part of a unit is left out: " + plain(left));
        }
        BigDecimal whole = left.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO);
        return new Sellable(whole.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact(), remarks);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
