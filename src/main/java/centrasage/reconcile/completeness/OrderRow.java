package centrasage.reconcile.completeness;

import centrasage.money.Money;
import centrasage.sync.store.Posting;
import org.jspecify.annotations.Nullable;

/**
 * One order as both systems have it.
 *
 * @param centra its total there; null where Centra does not have it, or cannot be read
 * @param sage its total there, of all that stands under its key and is not cancelled; null where there is none
 * @param posting ours; null where there is none
 */
public record OrderRow(
        String number,
        String company,
        @Nullable Money centra,
        @Nullable Money sage,
        @Nullable Posting posting,
        Standing standing) {

    /** The word for how it stands. */
    public String word() {
        return standing.name();
    }
}
