package centrasage.mapping.version;

import centrasage.mapping.MappingLine;
import org.jspecify.annotations.Nullable;

/**
 * How one row of a file differs between two versions.
 *
 * @param before null where the row is new
 * @param after null where the row is gone
 */
public record LineChange(
        String file, @Nullable MappingLine before, @Nullable MappingLine after) {

    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }
}
