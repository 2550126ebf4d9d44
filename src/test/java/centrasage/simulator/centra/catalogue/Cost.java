package centrasage.simulator.centra.catalogue;

import java.math.BigDecimal;

/** @param currency its code */
public record Cost(BigDecimal value, String currency) {
    public Cost {
        value = value.stripTrailingZeros();
    }
}
