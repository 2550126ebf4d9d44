package centrasage.simulator.centra.catalogue;

import java.math.BigDecimal;

/** @param unit by its name in Centra */
public record Weight(BigDecimal value, String unit) {
    public Weight {
        value = value.stripTrailingZeros();
    }
}
