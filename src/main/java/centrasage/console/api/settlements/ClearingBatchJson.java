package centrasage.console.api.settlements;

import centrasage.settlements.base.BaseBook;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a batch has to do with what Sage 200 holds a clearing bank of another currency with.
 *
 * @param settlement the id of the batch
 * @param kind UNDER_WAY, CARRIED or EXCHANGE; all of a kind come to that part of the bank's proof
 * @param inBase in the company's own currency, as text
 */
@Schema(name = "ClearingBatch")
public record ClearingBatchJson(long settlement, String batch, String kind, String what, String inBase) {
    private static final int PENCE = 2;

    static ClearingBatchJson of(BaseBook.OfBatch of) {
        return new ClearingBatchJson(
                of.batch().id(),
                of.batch().key().toString(),
                of.kind().name(),
                of.kind().words(),
                of.amount().setScale(PENCE, RoundingMode.HALF_UP).toPlainString());
    }
}
