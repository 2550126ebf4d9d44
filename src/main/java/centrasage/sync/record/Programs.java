package centrasage.sync.record;

import java.util.Set;

/** Who acts in the audit trail without being a person. */
public final class Programs {
    private static final Set<String> NAMES = Set.of(
            "posting",
            "desk",
            "recovery",
            "planning",
            "invoices",
            "write-back",
            "catalogue",
            "reconcile",
            "settlement-post",
            "audit",
            "sign-in",
            "company sign-in",
            "timetable",
            "retention",
            "configuration",
            "first start");

    private Programs() {}

    public static boolean is(String actor) {
        return NAMES.contains(actor);
    }

    static Set<String> names() {
        return NAMES;
    }
}
