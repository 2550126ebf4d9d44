package centrasage.console.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What jobs are called, and what a run did, in words. */
public final class Jobs {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("order-import", "Orders to Sage 200"),
            Map.entry("dispatch-to-sage", "Despatches to Sage 200"),
            Map.entry("dispatch-to-centra", "Despatches to Centra"),
            Map.entry("payment-import", "Payments to Sage 200"),
            Map.entry("refund-import", "Returns to Sage 200"),
            Map.entry("settlement-post", "Payouts to Sage 200"),
            Map.entry("order-backfill", "Earlier orders to Sage 200"),
            Map.entry("in-doubt", "Read back what is in doubt"),
            Map.entry("reconcile", "Compare Centra and Sage 200 by number"),
            Map.entry("order-drift", "Compare Sage 200 with what was posted"),
            Map.entry("mapping-check", "Check the mappings against Sage 200"),
            Map.entry("site-check", "Check how Sage 200 is set up"),
            Map.entry("worklist-check", "Look what is not invoiced in Sage 200"),
            Map.entry("write-back", "Sage numbers to Centra"),
            Map.entry("stock-to-centra", "Stock to Centra"),
            Map.entry("stock-compare", "Compare all stock with Centra"),
            Map.entry("catalogue-to-centra", "Products and prices to Centra"),
            Map.entry("catalogue-rest", "Rest of products and prices to Centra"),
            Map.entry("audit-check", "Check the audit trail"),
            Map.entry("retention", "Erase old personal data"));

    private static final List<String> ORDER = List.of(
            "order-import",
            "dispatch-to-sage",
            "dispatch-to-centra",
            "payment-import",
            "refund-import",
            "settlement-post",
            "order-backfill",
            "in-doubt",
            "stock-to-centra",
            "stock-compare",
            "catalogue-to-centra",
            "catalogue-rest",
            "write-back",
            "reconcile",
            "order-drift",
            "mapping-check",
            "site-check",
            "worklist-check",
            "audit-check",
            "retention");

    /** What people ask for first comes first; the rest follows by name. */
    private static final List<String> FIRST =
            List.of("posted", "already there", "held", "refused", "in doubt", "locked");

    /** What is counted in things rather than in what was done to them. */
    private static final Map<String, String> ONE = Map.of(
            "sealed rows", "sealed row",
            "faults", "fault",
            "events", "event",
            "differences", "difference",
            "blockers", "blocker",
            "warnings", "warning");

    /** A number that is no count: which version a run planned by. */
    private static final String MAPPINGS = "mappings version";

    private Jobs() {}

    public static String title(String job) {
        return TITLES.getOrDefault(job, job);
    }

    /** The jobs in the order in which people look for them; those without a title last. */
    public static int place(String job) {
        int place = ORDER.indexOf(job);
        return place < 0 ? ORDER.size() : place;
    }

    /** What a run was started with: {@code from 2026-11-01, to 2026-11-07}; empty where it was given nothing. */
    public static String given(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** {@code 293 posted, 7 held}; {@code nothing to do} where it counted nothing. */
    public static String did(Map<String, Long> counts, Amounts amounts) {
        Map<String, Long> rest = new TreeMap<>(counts);
        rest.values().removeIf(number -> number == 0);
        Long mappings = rest.remove(MAPPINGS);
        StringBuilder words = new StringBuilder();
        FIRST.forEach(word -> append(words, word, rest.remove(word), amounts));
        rest.forEach((word, number) -> append(words, word, number, amounts));
        if (words.isEmpty()) {
            return "nothing to do";
        }
        return mappings == null ? words.toString() : words + ", by version " + mappings + " of the mappings";
    }

    /** What a run that went to its end says in its exit status, such as what a preview came to; null where it says nothing. */
    public static @Nullable String says(@Nullable String exitStatus) {
        int colon = exitStatus == null ? -1 : exitStatus.indexOf(": ");
        if (exitStatus == null || colon < 0) {
            return null;
        }
        String words = exitStatus.substring(colon + 2);
        return exitStatus.startsWith("PREVIEW: ")
                ? "Preview: " + words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Why a run failed, as its exit status says it: mostly the reason and what helps. */
    public static String why(@Nullable String exitStatus) {
        String words = exitStatus == null
                ? ""
                : exitStatus.replaceFirst("^FAILED(: )?", "").strip();
        return words.isEmpty()
                ? "It gave no reason. The log of the application says more, at the time at which it ended."
                : words;
    }

    private static void append(StringBuilder words, String word, @Nullable Long number, Amounts amounts) {
        if (number != null) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(amounts.count(number))
                    .append(' ')
                    .append(number == 1 ? ONE.getOrDefault(word, word) : word);
        }
    }
}
