package centrasage.sync.dates;

import centrasage.flow.PostingKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * With which day a document goes out.
 *
 * @param trueDay its own, whichever it goes out with
 * @param date with which it goes out; null where a person is to say so
 * @param chosen what a person had said as it was planned; null where nobody had
 */
public record DocumentDay(
        PostingKey key,
        LocalDate trueDay,
        @Nullable LocalDate date,
        @Nullable LocalDate chosen) {

    public boolean isTrue() {
        return trueDay.equals(date);
    }
}
