package centrasage.reconcile.mapping;

import centrasage.flow.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that held orders wait for and no row gives.
 *
 * @param reason as one of those orders tells it
 * @param orders how many wait for it
 */
record Unmapped(Reason reason, long orders) {
    private static final Pattern FILE = Pattern.compile("\\b[a-z]+\\.csv\\b");

    /** The file whose row is wanted: every such reason names it. */
    String file() {
        Matcher file = FILE.matcher(reason.remedy() + "\n" + reason.what());
        return file.find() ? file.group() : reason.code();
    }

    String what() {
        return (orders == 1 ? "1 order waits: " : orders + " orders wait, one of them: ") + reason.what();
    }
}
