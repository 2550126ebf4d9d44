package centrasage.mapping.version;

import centrasage.flow.MappingTexts.Origin;
import centrasage.mapping.Mappings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version that could be made: its files are in order, and nothing is kept yet.
 *
 * @param base the version in force that it was made from; 0 for none
 * @param sameAs the older version that it brings back; null for others
 * @param changes what it changes of the version in force, row by row
 */
public record Edition(
        int base,
        Map<String, String> files,
        Mappings mappings,
        Origin origin,
        @Nullable Integer sameAs,
        List<LineChange> changes) {
    public Edition {
        files = Map.copyOf(files);
        changes = List.copyOf(changes);
    }
}
