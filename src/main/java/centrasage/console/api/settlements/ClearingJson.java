package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.settlements.base.InBase;
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
 * @param inBase its proof in the company's own currency; null where that is the bank's
 * @param open what is known to be open in it, receipts and all else together
 * @param difference ledger less open; 0.00 is proven
 * @param proven in its own currency
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
        @Nullable InBaseJson inBase,
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

    /**
     * The proof in the company's own currency of a bank of another: what stands in it, at the rates at which that was booked.
     *
     * @param difference what Sage holds it with less what stands in it; 0.00 is proven
     * @param unknown of how many open receipts and refunds nobody knows what Sage holds them with
     */
    @Schema(name = "ClearingInBase")
    public record InBaseJson(
            Amount ledger, Amount open, Amount difference, boolean proven, List<BasePartJson> parts, long unknown) {
        static InBaseJson of(InBase inBase) {
            return new InBaseJson(
                    Amount.of(inBase.ledger()),
                    Amount.of(inBase.open()),
                    Amount.of(inBase.difference()),
                    inBase.isProven(),
                    inBase.parts().stream()
                            .map(part -> new BasePartJson(
                                    part.kind().name(), part.kind().words(), Amount.of(part.amount())))
                            .toList(),
                    inBase.unknown());
        }
    }

    /** @param what in words */
    @Schema(name = "ClearingInBasePart")
    public record BasePartJson(String kind, String what, Amount amount) {}

    static ClearingJson of(Clearing bank) {
        BigDecimal inBase = bank.ledgerInBase();
        InBase proof = bank.inBase();
        Map<String, Amount> ages = new TreeMap<>();
        bank.ages().forEach((age, amount) -> ages.put(word(age), Amount.of(amount)));
        return new ClearingJson(
                bank.company(),
                bank.bank(),
                bank.ledger() == null ? null : Amount.of(bank.ledger()),
                inBase == null ? null : inBase.toPlainString(),
                proof == null ? null : InBaseJson.of(proof),
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
