package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A batch with what it comes to, what became of its lines, and what is posted for it.
 *
 * @param file the name of the file that brought it
 * @param fileHash SHA-256 of that file
 * @param own what its lines come to before fees, by kind
 * @param fees what was kept, by what for
 * @param faults why it is not proven, the first of them
 * @param warnings of what a person should know though it is proven
 * @param groups its lines by what became of them
 * @param versions the ids of all versions of it, the latest first
 */
@Schema(name = "SettlementDetail")
public record SettlementDetailJson(
        SettlementJson settlement,
        String file,
        String fileHash,
        Map<String, Amount> own,
        Map<String, Amount> fees,
        List<String> faults,
        List<String> warnings,
        List<LinesJson> groups,
        List<SettlementPostingJson> postings,
        List<Long> versions) {

    /**
     * Lines of a batch with the same fate.
     *
     * @param state OPEN, SETTLED, PERSON, PAYOUT, CARRIED or SUMMED
     * @param how by which way they found what they settle, or why they did not
     * @param amount what they come to: before fees, in the currency of their payments; of those that are of no payment their net
     * @param first the number of the first of them in the file
     */
    @Schema(name = "SettlementLines")
    public record LinesJson(String state, String how, long lines, Amount amount, long first) {}

    /**
     * What is posted for a batch, or is to be.
     *
     * @param number Sage's number of it; empty until it is there
     */
    @Schema(name = "SettlementPosting")
    public record SettlementPostingJson(
            long id, String kind, String source, String state, Amount amount, String number) {}
}
