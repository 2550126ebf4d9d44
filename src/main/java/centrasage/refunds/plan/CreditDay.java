package centrasage.refunds.plan;

import centrasage.flow.PostingKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * With which day a credit note goes out.
 *
 * @param trueDay its own, whichever it goes out with
 * @param date with which it goes out; null where a person is to say so
 */
record CreditDay(
        PostingKey key, LocalDate trueDay, @Nullable LocalDate date) {}
