package centrasage.console.api.orders;

import centrasage.console.search.Found;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The orders that were found by what was looked for.
 *
 * @param withheld the fields that were not looked in, because the caller may not see customers
 */
@Schema(name = "FoundOrders")
public record FoundJson(List<Tried> tried, List<String> withheld) {
    /**
     * One field that was looked in.
     *
     * @param field {@code NUMBER}, {@code PSP_REFERENCE}, {@code E_MAIL}, {@code POSTCODE} or {@code NAME}
     * @param orders Centra's numbers, of a page; the newest first
     * @param more whether there is another page
     */
    @Schema(name = "TriedField")
    public record Tried(String field, List<String> orders, boolean more) {}

    static FoundJson of(Found found) {
        return new FoundJson(
                found.tried().stream()
                        .map(each -> new Tried(each.field().name(), each.orders(), each.more()))
                        .toList(),
                found.withheld().stream().map(Enum::name).toList());
    }
}
