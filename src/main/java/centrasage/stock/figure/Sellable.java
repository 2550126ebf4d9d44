package centrasage.stock.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How many units of a SKU Centra may still sell (posting rules, section 6): what is free in Sage 200, less what is ordered there and not
 * allocated, less what is ordered and not in Sage yet, less the buffer; whole units, never below zero.
 *
 * @param usual the same without what is kept back only while Sage cannot be read
 * @param remarks what people should know of the figures that it comes from
 */
public record Sellable(int units, int usual, List<String> remarks) {

    public Sellable {
        remarks = List.copyOf(remarks);
    }

    /**
     * What Sage 200 holds, in stock units.
     *
     * @param free neither allocated nor reserved
     * @param unconfirmed units in stock that nobody has confirmed
     */
    public record Held(BigDecimal free, BigDecimal unconfirmed) {

        /** @param sellsUnconfirmed whether stock that nobody has confirmed may be sold */
        public BigDecimal offered(boolean sellsUnconfirmed) {
            return sellsUnconfirmed ? free : free.subtract(unconfirmed);
        }
    }

    /**
     * What is promised already.
     *
     * @param openOrders ordered in Sage 200, and neither allocated nor despatched
     * @param inFlight ordered in Centra, and not in Sage 200 yet
     * @param kept kept back
     */
    public record Taken(BigDecimal openOrders, long inFlight, Kept kept) {

        /** Whether they are the same quantities, however they are written. */
        public boolean isSame(Taken other) {
            return openOrders.compareTo(other.openOrders) == 0 && inFlight == other.inFlight && kept.isSame(other.kept);
        }
    }

    /** @param sellsUnconfirmed whether stock that nobody has confirmed may be sold */
    public static Sellable of(Held held, Taken taken, boolean sellsUnconfirmed) {
        BigDecimal usual = held.offered(sellsUnconfirmed)
                .subtract(taken.openOrders())
                .subtract(BigDecimal.valueOf(taken.inFlight()))
                .subtract(BigDecimal.valueOf(taken.kept().buffer()));
        BigDecimal left = usual.subtract(BigDecimal.valueOf(taken.kept().stale()));
        List<String> remarks = new ArrayList<>();
        if (held.free().signum() < 0) {
            remarks.add("Sage 200 has promised " + plain(held.free().negate()) + " more than it has");
        }
        if (left.stripTrailingZeros().scale() > 0) {
            remarks.add("a part of a unit is left out: " + plain(left));
        }
        return new Sellable(whole(left), whole(usual), remarks);
    }

    private static int whole(BigDecimal left) {
        return left.setScale(0, RoundingMode.FLOOR)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
