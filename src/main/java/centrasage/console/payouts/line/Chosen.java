package centrasage.console.payouts.line;

import centrasage.console.frame.Asked;
import jakarta.faces.context.FacesContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the address of a line, or the form that was sent from it, has chosen.
 *
 * @param ask what the visitor wants to know about; empty for nothing
 * @param order another order to look at than the line's own; empty for none
 * @param entries the ids of receipts and refunds
 * @param told what became of the last deed
 */
record Chosen(long batch, long line, String ask, String order, Set<Long> entries, Optional<Told> told) {
    private static final int ENTRIES_MAX = 20;

    static Chosen now() {
        Asked asked = Asked.now();
        return new Chosen(
                asked.id("id").orElse(0L),
                asked.id("line").orElse(0L),
                asked.text("ask").map(word -> word.toLowerCase(Locale.ROOT)).orElse(""),
                asked.text("order").orElse(""),
                picked(),
                asked.one("done", Told.class));
    }

    /** Several of them have the same name. */
    private static Set<Long> picked() {
        Map<String, String[]> all =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        return Arrays.stream(all.getOrDefault("entry", new String[0]))
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .limit(ENTRIES_MAX)
                .collect(Collectors.toSet());
    }
}
