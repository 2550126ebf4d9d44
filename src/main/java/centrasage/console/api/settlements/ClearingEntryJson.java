package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.sync.ledger.ClearingEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A receipt or refund that is open in a clearing bank.
 *
 * @param origin RECEIPT, REFUND, OPENING_RECEIPT or OPENING_REFUND
 * @param order Centra's number of it
 * @param reference the payment provider's; empty where it has none
 * @param inBase what Sage 200 holds it with, in the company's own currency, as text; null in a bank of that currency, and until it was read
 * @param urn Sage's number of it; empty of an opening item
 */
@Schema(name = "ClearingEntry")
public record ClearingEntryJson(
        long id,
        String company,
        String bank,
        String origin,
        String order,
        String reference,

        @Schema(type = SchemaType.STRING, format = "date") LocalDate date,

        Amount value,
        @Nullable String inBase,
        String urn) {
    static ClearingEntryJson of(ClearingEntry entry) {
        BigDecimal base = entry.base();
        return new ClearingEntryJson(
                entry.id(),
                entry.company(),
                entry.bank(),
                entry.origin().name(),
                entry.order(),
                entry.reference(),
                entry.date(),
                Amount.of(entry.value()),
                base == null ? null : base.toPlainString(),
                entry.urn());
    }
}
