package centrasage.desk;

import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an order in Sage 200 differs from what was posted, or was never posted.
 *
 * @param postingId null where nothing here knows the order
 * @param atRisk the difference, or the whole order where it is gone or stands there twice
 * @param reasons at least one; the same words for as long as the difference is the same
 */
public record Drift(
        BusinessException.Kind kind, @Nullable Long postingId, PostingKey key, Money atRisk, List<Reason> reasons) {

    public Drift {
        reasons = List.copyOf(reasons);
    }
}
