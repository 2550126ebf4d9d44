package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.settlements.store.SettlementLines;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch.
 *
 * @param place in its batch, by which pages go on
 * @param number of the line in its file
 * @param type as the provider calls it
 * @param payment the provider's reference of the payment
 * @param modification its reference of this capture or refund
 * @param merchant the shop's reference
 * @param how by which way it found what it settles, or why it did not
 * @param variance what it comes to more than what it settles
 * @param settles the receipts and refunds, as order and Sage's number: {@code 10234, 0000000231}; of what is from before the cut-over {@code
 *     10234, opening item}
 */
@Schema(name = "SettlementLine")
public record SettlementLineJson(
        long place,
        long number,
        String type,
        String kind,

        @Schema(type = SchemaType.STRING, format = "date") @Nullable
        LocalDate day,

        Amount gross,
        Amount net,
        Amount kept,
        String payment,
        String modification,
        String merchant,
        String order,
        String text,
        String state,
        String how,
        String variance,
        List<String> settles) {
    static SettlementLineJson of(SettlementLines.Stored stored, List<String> settles) {
        return new SettlementLineJson(
                stored.place(),
                stored.line().number(),
                stored.line().type(),
                stored.line().kind().name(),
                stored.line().bookedOn(),
                Amount.of(stored.line().gross()),
                Amount.of(stored.line().net()),
                Amount.of(stored.line().kept()),
                stored.line().references().payment(),
                stored.line().references().modification(),
                stored.line().references().merchant(),
                stored.line().references().order(),
                stored.line().text(),
                stored.state().name(),
                stored.how(),
                stored.variance().toPlainString(),
                settles);
    }
}
