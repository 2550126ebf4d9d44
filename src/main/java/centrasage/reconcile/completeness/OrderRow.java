package centrasage.reconcile.completeness;

import centrasage.money.Money;
import centrasage.sync.store.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    public boolean agrees() {
        return standing == Standing.AGREES;
    }

    /** Centra's total less Sage's; where they are in different currencies, or one is missing, each of them. */
    public List<Money> difference() {
        boolean comparable = centra != null && sage != null && centra.currency().equals(sage.currency());
        if (comparable) {
            return List.of(Objects.requireNonNull(centra).minus(Objects.requireNonNull(sage)));
        }
        List<Money> each = new ArrayList<>();
        if (centra != null) {
            each.add(centra);
        }
        if (sage != null) {
            each.add(Money.zero(sage.currency()).minus(sage));
        }
        return each;
    }
}
