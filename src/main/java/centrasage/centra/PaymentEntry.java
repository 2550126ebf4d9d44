package centrasage.centra;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an order's payment history. Only {@code SUCCESS} entries are facts; the rest are wishes.
 *
 * @param entryType Centra's {@code PaymentHistoryEntryType}, such as {@code AUTH} or {@code CAPTURE}
 * @param value sign as Centra wrote it
 */
public record PaymentEntry(
        long id,
        Instant createdAt,
        String entryType,
        String status,
        BigDecimal value,
        String currency,
        @Nullable String externalReference,
        @Nullable String paymentMethod) {}
