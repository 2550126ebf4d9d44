package centrasage.console.words;

import java.util.List;
import java.util.Map;

/** Which job plans the source documents of a kind. */
public final class JobOf {
    private static final Map<String, String> JOBS = Map.of(
            "order", "order-import",
            "shipment", "dispatch-to-sage",
            "despatch", "dispatch-to-centra",
            "payments", "payment-import",
            "returns", "refund-import",
            "refunds", "refund-import",
            "settlement", "settlement-post");

    private JobOf() {}

    /** The kinds of source documents that a job plans, by name; none where it plans nothing. */
    public static List<String> planned(String job) {
        return JOBS.entrySet().stream()
                .filter(each -> each.getValue().equals(job))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public static String source(String kind) {
        return JOBS.getOrDefault(kind, "order-import");
    }
}
