package centrasage.sage200.ledger;

import centrasage.sage200.NewSalesOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that is not posted itself, because each of its shipments is invoiced.
 *
 * @param order in codes, as a sales order would be
 * @param parts what was charged; they come to the total of the order
 */
public record InvoicedOrder(NewSalesOrder order, List<Charged> parts) {
    public InvoicedOrder {
        parts = List.copyOf(parts);
    }

    /** What a part is. */
    public enum Kind {
        /** Leaves a shelf. */
        GOODS,
        /** Has a line of the order, and leaves none. */
        SERVICE,
        /** A gift card that was sold. */
        GIFT_CARD,
        SHIPPING,
        HANDLING,
        /** What an old gift certificate paid: below zero. */
        CERTIFICATE
    }

    /**
     * Which part of Centra's order it is.
     *
     * @param line the id of the order's line; 0 for what has none
     */
    public record Origin(Kind kind, long line) {
        public static Origin beside(Kind kind) {
            return new Origin(kind, 0);
        }
    }

    /**
     * One part of what was charged.
     *
     * @param quantity of goods; 1 for everything else
     * @param gross of all of them, with VAT, as Centra charged it
     * @param vat as Centra charged it
     * @param taxCode Sage's code, such as 1 for the standard rate
     * @param nominal where the part has one of its own; else null
     */
    public record Charged(
            Origin origin,
            int quantity,
            BigDecimal gross,
            BigDecimal vat,
            int taxCode,
            @Nullable String nominal) {

        public boolean isGoods() {
            return origin.kind() == Kind.GOODS;
        }
    }
}
