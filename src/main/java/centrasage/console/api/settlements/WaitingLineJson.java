package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.proof.WaitingLines;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of a payout that settles nothing known, as it is open in a clearing bank.
 *
 * @param settlement the id of its batch
 * @param batch such as {@code adyen HarbourOnline batch 380 GBP}
 * @param place in its batch
 * @param number of the line in its file
 * @param type as the provider calls it
 * @param day on which it was booked, or the last of its batch
 * @param open below zero where a provider has paid out what is not in the bank
 * @param order the shop's number of it, where the file has it apart from its own reference
 * @param payment the provider's reference of the payment
 * @param modification its reference of this capture or refund
 * @param merchant the shop's reference
 * @param state OPEN, or PERSON where only a person can say what it is
 * @param how why it settles nothing; empty of what only a person can say
 */
@Schema(name = "WaitingLine")
public record WaitingLineJson(
        long settlement,
        String batch,
        long place,
        long number,
        String type,
        String kind,

        @Schema(type = SchemaType.STRING, format = "date") LocalDate day,

        Amount open,
        String order,
        String payment,
        String modification,
        String merchant,
        String text,
        String state,
        String how) {
    static WaitingLineJson of(WaitingLines.Waiting waiting) {
        SettlementLine line = waiting.stored().line();
        return new WaitingLineJson(
                waiting.batch().id(),
                waiting.batch().key().toString(),
                waiting.stored().place(),
                line.number(),
                line.type(),
                line.kind().name(),
                waiting.day(),
                Amount.of(waiting.open()),
                line.references().order(),
                line.references().payment(),
                line.references().modification(),
                line.references().merchant(),
                line.text(),
                waiting.stored().state().name(),
                waiting.stored().how());
    }
}
