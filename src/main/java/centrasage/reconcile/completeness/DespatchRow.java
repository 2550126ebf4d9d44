package centrasage.reconcile.completeness;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.sync.store.Posting;
import org.jspecify.annotations.Nullable;

/**
 * One shipment as both systems have it.
 *
 * @param value what Centra says that it comes to; null where Centra does not have it, or cannot be read
 * @param inCentra whether Centra has completed it
 * @param inSage Sage's number of its despatch, or of all that carry its number; null where there is none
 * @param posting ours; null where there is none
 * @param difference in words; empty where there is none
 */
public record DespatchRow(
        String number,
        String company,
        @Nullable Money value,
        boolean inCentra,
        @Nullable String inSage,
        @Nullable Posting posting,
        Standing standing,
        String difference) {

    /** The word for how it stands. */
    public String word() {
        return standing.name();
    }

    public boolean agrees() {
        return standing == Standing.AGREES;
    }

    /** Whether it is despatched in Sage 200, or invoiced there instead. */
    public PostingKind kind() {
        return InvoicedShipments.is(posting) ? PostingKind.LEDGER_INVOICE : PostingKind.DESPATCH;
    }
}
