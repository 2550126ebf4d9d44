package centrasage.mapping.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two people's changes of one sheet, brought together row by row: what only one of them changed is as that person has it. A row that both
 * changed, each in another way, is the choice of whoever merges.
 */
public final class Merge {
    private final Grid sheet;
    private final Map<String, Map<String, String>> base;
    private final Map<String, Map<String, String>> mine;
    private final Map<String, Map<String, String>> theirs;

    /**
     * @param base what both began from
     * @param theirs what is in force by now
     */
    public Merge(Grid base, Grid mine, Grid theirs) {
        this.sheet = mine;
        this.base = byKey(base);
        this.mine = byKey(mine);
        this.theirs = byKey(theirs);
    }

    /**
     * A row that both changed.
     *
     * @param key names it
     * @param mine null where I removed it
     * @param theirs null where they removed it
     */
    public record Clash(
            String key,
            @Nullable Map<String, String> mine,
            @Nullable Map<String, String> theirs) {}

    /** Several rows for the same, which is a fault that is told elsewhere, stay apart. */
    private static Map<String, Map<String, String>> byKey(Grid grid) {
        Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
        grid.rows().forEach(row -> {
            String key = grid.key(row);
            int again = 1;
            while (byKey.containsKey(key + "\n#" + again)) {
                again++;
            }
            byKey.put(key + "\n#" + again, row);
        });
        return byKey;
    }

    public List<Clash> clashes() {
        return keys().stream()
                .filter(key -> !isSame(mine.get(key), theirs.get(key))
                        && !isSame(mine.get(key), base.get(key))
                        && !isSame(theirs.get(key), base.get(key)))
                .map(key -> new Clash(key, mine.get(key), theirs.get(key)))
                .toList();
    }

    /** @param taken the keys of the rows that both changed and of which theirs is taken */
    public Grid merged(Set<String> taken) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String key : keys()) {
            boolean isMine = !isSame(mine.get(key), base.get(key));
            boolean isTheirs = !isSame(theirs.get(key), base.get(key));
            Map<String, String> row = isMine && !(isTheirs && taken.contains(key)) ? mine.get(key) : theirs.get(key);
            if (row != null) {
                rows.add(row);
            }
        }
        return sheet.with(rows);
    }

    /** Those in force first, in their order. */
    private Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(theirs.keySet());
        keys.addAll(mine.keySet());
        keys.addAll(base.keySet());
        return keys;
    }

    private boolean isSame(@Nullable Map<String, String> one, @Nullable Map<String, String> other) {
        return one == null || other == null ? one == other : sheet.content(one).equals(sheet.content(other));
    }
}
