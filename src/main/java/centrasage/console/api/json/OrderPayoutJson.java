package centrasage.console.api.json;

import centrasage.settlements.proof.OrderPayouts;
import centrasage.sync.ledger.ClearingEntry;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A receipt or refund of an order in a clearing bank, and the payout that it is in.
 *
 * @param entry its id, by which it is explained
 * @param what RECEIPT, REFUND, OPENING_RECEIPT or OPENING_REFUND
 * @param urn Sage's number of it; empty of an opening item
 * @param value above zero, whatever it is
 * @param state OPEN, SETTLED, or EXPLAINED by a person
 * @param settlement the id of the batch that settles it; null where none does
 * @param batch such as {@code adyen HarbourOnline batch 380 GBP}; null as above
 * @param place of the line in that batch; null as above
 * @param paidOut the day of the payout; null as above, and where nothing of the batch was paid out
 */
@Schema(name = "OrderPayout")
public record OrderPayoutJson(
        long entry,
        String company,
        String bank,
        String what,
        String urn,

        @Schema(type = SchemaType.STRING, format = "date") LocalDate date,

        Amount value,
        String state,
        @Nullable Long settlement,
        @Nullable String batch,
        @Nullable Long place,

        @Schema(type = SchemaType.STRING, format = "date") @Nullable
        LocalDate paidOut) {
    public static OrderPayoutJson of(OrderPayouts.Payout payout) {
        ClearingEntry entry = payout.entry();
        OrderPayouts.Line line = payout.line();
        return new OrderPayoutJson(
                entry.id(),
                entry.company(),
                entry.bank(),
                entry.origin().name(),
                entry.urn(),
                entry.date(),
                Amount.of(entry.value()),
                payout.fate().name(),
                line == null ? null : line.batch().id(),
                line == null ? null : line.batch().key().toString(),
                line == null ? null : line.place(),
                line == null ? null : line.paidOut());
    }
}
