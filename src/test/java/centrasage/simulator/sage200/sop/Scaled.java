package centrasage.simulator.sage200.sop;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Decimal fields as whole numbers of their smallest unit, and back. */
final class Scaled {
    static final int PENCE = 2;
    static final int FIVE = 5;

    private Scaled() {}

    /** A field as a whole number of units of 10^-places; an absent one is 0. */
    static long of(JsonNode value, int places) {
        return value.isNumber() ? value.decimalValue().movePointRight(places).longValueExact() : 0;
    }

    static BigDecimal decimal(long units, int places) {
        return BigDecimal.valueOf(units, places);
    }
}
