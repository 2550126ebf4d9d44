package centrasage.desk;

import centrasage.sync.record.AuditEntry;
import java.util.List;
import java.util.stream.Collectors;

/** Who did what about an exception after a person had seen it. */
final class Meanwhile {
    /** More than this nobody reads; all of it stands in the history. */
    private static final int MOST = 3;

    private Meanwhile() {}

    /**
     * @param trail of the exception, oldest first
     * @param changes how many of the last entries that person has not seen
     */
    static String words(List<AuditEntry> trail, int changes) {
        int from = Math.max(0, trail.size() - Math.max(1, Math.min(changes, MOST)));
        return trail.subList(from, trail.size()).stream()
                .map(Meanwhile::sentence)
                .collect(Collectors.joining("; "));
    }

    private static String sentence(AuditEntry entry) {
        String detail = entry.detail();
        return switch (entry.action()) {
            case "RESOLVED" -> entry.actor() + " has resolved it: “" + detail + "”";
            case "ASSIGNED" -> entry.actor() + " gave it " + detail;
            case "RETRY" -> entry.actor() + " asked to plan it again (" + detail + ")";
            case "NOTED" -> entry.actor() + " wrote: “" + detail + "”";
            case "IGNORED" -> entry.actor() + " ignores it " + detail;
            case "RETURNED" -> "it is no longer ignored: " + detail;
            case "CLOSED" -> "it closed itself (" + detail.replaceFirst("^by itself: ", "") + ")";
            case "REOPENED" -> "it was opened again";
            case "ESCALATED" -> "it became more severe";
            case "CHANGED" -> "it says something else now: " + detail;
            default -> entry.actor() + " has changed it";
        };
    }
}
