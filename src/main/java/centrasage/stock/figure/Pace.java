package centrasage.stock.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How fast a SKU sells, and how long Centra goes on selling by an older figure: until a change of Sage 200's stock has reached it, it can
 * sell what is not there any more. The other way there is nothing to wait for: an order is taken off from the moment that Centra has it.
 *
 * @param sold units that were ordered within the window
 * @param window how long is looked back
 * @param latency from a change in Sage 200 until Centra has it
 */
public record Pace(long sold, Duration window, Duration latency) {

    /** The units that sell within the latency, so many times, rounded up. */
    BigDecimal whileLate(BigDecimal times) {
        return BigDecimal.valueOf(sold)
                .multiply(times)
                .multiply(BigDecimal.valueOf(latency.toSeconds()))
                .divide(BigDecimal.valueOf(window.toSeconds()), 0, RoundingMode.CEILING);
    }
}
