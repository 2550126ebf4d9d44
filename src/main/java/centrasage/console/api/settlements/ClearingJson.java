package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.settlements.proof.Age;
import centrasage.settlements.proof.Clearing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clearing bank and what is open in it.
 *
 * @param ledger its balance in Sage 200's cash book; null where Sage has no such bank
 * @param ledgerInBase the same in the company's own currency, as text
 * @param open what is known to be open in it, receipts and all else together
 * @param difference ledger less open; 0.00 is proven
 * @param parts what is open by kind
 * @param ages the same by age: days-0-to-3, days-4-to-7, days-8-to-30, over-30-days; all of them together are open
 * @param oldest the day of the oldest that is open; null where nothing is
 */
@Schema(name = "Clearing")
public record ClearingJson(
        String company,
        String bank,
        @Nullable Amount ledger,
        @Nullable String ledgerInBase,
        Amount open,
        Amount difference,
        boolean proven,
        List<PartJson> parts,
        Map<String, Amount> ages,

        @Schema(type = SchemaType.STRING, format = "date") @Nullable
        LocalDate oldest) {

    /**
     * What is open of one kind.
     *
     * @param what in words
     */
    @Schema(name = "ClearingPart")
    public record PartJson(String kind, String what, long count, Amount amount) {}

    static ClearingJson of(Clearing bank) {
        BigDecimal inBase = bank.inBase();
        Map<String, Amount> ages = new TreeMap<>();
        bank.ages().forEach((age, amount) -> ages.put(word(age), Amount.of(amount)));
        return new ClearingJson(
                bank.company(),
                bank.bank(),
                bank.ledger() == null ? null : Amount.of(bank.ledger()),
                inBase == null ? null : inBase.toPlainString(),
                Amount.of(bank.open()),
                Amount.of(bank.difference()),
                bank.isProven(),
                bank.parts().stream()
                        .map(part -> new PartJson(
                                part.kind().name(), part.kind().words(), part.count(), Amount.of(part.amount())))
                        .toList(),
                ages,
                bank.oldest());
    }

    private static String word(Age age) {
        return age.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
