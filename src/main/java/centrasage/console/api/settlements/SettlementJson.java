package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.settlements.store.SettlementBatch;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A batch of a payment provider, in one of its versions.
 *
 * @param psp the payment provider, as settlement.csv calls it
 * @param account the merchant account
 * @param batch the provider's number of it, or its day
 * @param state PROVEN, PLANNED, SETTLED, STOPPED, DIFFERS or SUPERSEDED
 * @param company of Sage 200; empty until it is mapped
 * @param clearingBank the code of its clearing bank; empty until it is mapped
 * @param lines how many it has
 * @param paidOut what came to the bank less what went back from there
 * @param faults how many there are; above 0 it is not proven and nothing of it is posted
 */
@Schema(name = "Settlement")
public record SettlementJson(
        long id,
        String psp,
        String account,
        String batch,
        String currency,
        int version,
        String state,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant since,

        String company,
        String clearingBank,
        long lines,

        @Schema(type = SchemaType.STRING, format = "date") @Nullable
        LocalDate first,

        @Schema(type = SchemaType.STRING, format = "date") @Nullable
        LocalDate last,

        Amount paidOut,
        long faults) {
    static SettlementJson of(SettlementBatch batch) {
        return new SettlementJson(
                batch.id(),
                batch.key().psp(),
                batch.key().account(),
                batch.key().batch(),
                batch.key().currency().getCurrencyCode(),
                batch.version(),
                batch.state().name(),
                batch.since(),
                batch.company(),
                batch.clearingBank(),
                batch.lines(),
                batch.first(),
                batch.last(),
                Amount.of(batch.paidOut()),
                batch.faultsInAll());
    }
}
