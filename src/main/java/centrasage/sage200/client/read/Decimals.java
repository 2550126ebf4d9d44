package centrasage.sage200.client.read;

import centrasage.sage200.client.wire.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts that Sage shows to a fixed number of decimal places and never below zero. */
final class Decimals {
    private Decimals() {}

    /** Exactly as it stands: more places than Sage documents are not rounded away, but malformed. */
    static BigDecimal exact(Row row, String field, int places) {
        BigDecimal value = row.decimal(field);
        if (value.signum() < 0 || value.stripTrailingZeros().scale() > places) {
            throw new Row.Malformed(field);
        }
        return value.setScale(places, RoundingMode.UNNECESSARY);
    }
}
