package centrasage.console.exceptions;

import centrasage.console.words.Moments;
import centrasage.desk.bulk.Bulk;
import java.time.Duration;
import java.time.Instant;

/** The words of deeds about many exceptions. */
final class BulkWords {
    private BulkWords() {}

    /** After <i>will be</i>. */
    static String deed(Bulk bulk, Moments moments) {
        return switch (bulk.deed()) {
            case RETRY -> "planned again with mapping version " + bulk.mappingVersion() + ", or tried now";
            case RESOLVE ->
                "resolved with the words “" + bulk.words()
                        + "”; what of them is held, refused, locked or parked is given up";
            case ASSIGN -> "given to " + bulk.to();
            case IGNORE -> "ignored until " + day(bulk, moments) + ": “" + bulk.words() + "”";
        };
    }

    private static String day(Bulk bulk, Moments moments) {
        Instant until = bulk.ignoredUntil();
        return until == null ? "a day" : moments.stamp(until);
    }

    static String title(Bulk bulk) {
        return switch (bulk.deed()) {
            case RETRY -> "Plan again";
            case RESOLVE -> "Resolve";
            case ASSIGN -> "Give to " + bulk.to();
            case IGNORE -> "Ignore for a while";
        };
    }

    static String state(Bulk.State state) {
        return switch (state) {
            case PREVIEW -> "Prepared: nothing is done yet";
            case RUNNING -> "Running";
            case STOPPED -> "Stopped";
            case DONE -> "Done";
        };
    }

    static String rest(Bulk bulk, int done, Moments moments) {
        Instant started = bulk.startedAt();
        if (bulk.state() != Bulk.State.RUNNING || started == null || done == 0) {
            return "";
        }
        long seconds = Duration.between(started, moments.now()).toSeconds();
        long left = seconds * (bulk.items() - done) / done;
        return left < 60 ? "less than a minute left" : "about " + (left / 60 + 1) + " minutes left";
    }
}
