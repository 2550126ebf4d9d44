package centrasage.desk.bulk;

import centrasage.desk.Ignoring;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be done about each.
 *
 * @param words why; empty for what needs none
 * @param to who is to look after it; empty where that is not what is wanted
 * @param until null where nothing is to be ignored
 */
public record BulkDeed(
        Kind kind, String words, String to, @Nullable Ignoring until) {

    public enum Kind {
        RETRY,
        RESOLVE,
        ASSIGN,
        IGNORE
    }

    public static BulkDeed retry() {
        return new BulkDeed(Kind.RETRY, "", "", null);
    }

    public static BulkDeed resolve(String why) {
        return new BulkDeed(Kind.RESOLVE, why, "", null);
    }

    public static BulkDeed assign(String to) {
        return new BulkDeed(Kind.ASSIGN, "", to, null);
    }

    public static BulkDeed ignore(Ignoring until) {
        return new BulkDeed(Kind.IGNORE, until.why(), "", until);
    }

    @Nullable
    LocalDate day() {
        return until == null ? null : until.day();
    }
}
