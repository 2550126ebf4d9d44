package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.shipment.Warehouse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A return that somebody asks for.
 *
 * @param quantities units by line of the shipment
 * @param returnCostMinor a fee that lessens the refund
 */
public record NewReturn(
        int shipment,
        Map<Integer, Integer> quantities,
        Charges charges,
        long returnCostMinor,
        Stock stock,
        @Nullable Instant createdAt,
        @Nullable String comment) {
    public NewReturn {
        quantities = Map.copyOf(quantities);
    }

    NewReturn withoutCost() {
        return new NewReturn(shipment, quantities, charges, 0, stock, createdAt, comment);
    }

    /** How much of what was charged beside the goods is given back, and of the vouchers kept. */
    public record Charges(Charge shipping, Charge handling, Charge voucher) {
        public static final Charges NONE = new Charges(Charge.NONE, Charge.NONE, Charge.NONE);
    }

    /** All that remains on the shipment, or an amount, which never comes to more than that. */
    public record Charge(boolean fromShipment, long minor) {
        public static final Charge NONE = new Charge(false, 0);
        public static final Charge ALL = new Charge(true, 0);

        public static Charge of(long minor) {
            return new Charge(false, minor);
        }

        long cappedBy(long remaining) {
            return fromShipment ? remaining : Math.min(minor, remaining);
        }
    }

    /**
     * Where the goods go.
     *
     * @param elsewhere null for the warehouse they came from
     */
    public record Stock(boolean kept, @Nullable Warehouse elsewhere) {
        public static final Stock REMOVED = new Stock(false, null);
        public static final Stock BACK = new Stock(true, null);

        public static Stock to(Warehouse warehouse) {
            return new Stock(true, warehouse);
        }

        @Nullable
        Warehouse warehouse(Warehouse origin) {
            if (!kept) {
                return null;
            }
            return elsewhere == null ? origin : elsewhere;
        }
    }
}
