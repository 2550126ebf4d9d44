package centrasage.desk.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * That too little came.
 *
 * @param came in these last hours
 * @param usual in the same hours of the weeks before; null where it is not by that that it was found
 * @param limit after which nothing at all is too long; null where it is not by that that it was found
 */
record Silence(
        long came,
        Duration length,
        @Nullable Band usual,
        @Nullable Duration limit) {}
