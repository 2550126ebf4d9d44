package centrasage.sage200;

import org.jspecify.annotations.Nullable;

/** How a sales return of Sage's is known where ids of ledger entries are kept beside it: {@code sop_returns/17}, as its API names it. */
public final class SalesReturnId {
    private static final String RESOURCE = "sop_returns/";

    private SalesReturnId() {}

    public static String of(String id) {
        return RESOURCE + id;
    }

    /** Whether what was posted is a sales return, which is no entry of a customer account. */
    public static boolean is(@Nullable String targetId) {
        return targetId != null && targetId.startsWith(RESOURCE);
    }

    /** {@code 17} for {@code sop_returns/17}. */
    public static long id(String targetId) {
        return Long.parseLong(targetId.substring(RESOURCE.length()));
    }
}
