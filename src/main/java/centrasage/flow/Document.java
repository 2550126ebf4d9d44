package centrasage.flow;

import centrasage.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as the other side holds it.
 *
 * @param id the other side's id
 * @param number what its users see, such as {@code 0000000231}
 * @param total the gross total that the other side computed
 * @param vat the VAT in it that the other side computed; null where it does not say
 * @param createdAt when the other side made it; null where it does not say
 */
public record Document(
        String id,
        String number,
        Money total,
        @Nullable Money vat,
        @Nullable Instant createdAt) {}
