package centrasage.mapping.version;

import centrasage.mapping.MappingLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What differs between two versions, row by row. A row that only moved to another line is the same row; of two rows for the same,
 * the one that held before and the one that holds after are one change.
 */
final class Differences {
    private Differences() {}

    static List<LineChange> between(List<MappingLine> before, List<MappingLine> after) {
        List<MappingLine> gone = without(before, after);
        List<MappingLine> come = without(after, before);
        Map<List<String>, MappingLine> goneByScope = new HashMap<>();
        gone.forEach(line -> goneByScope.putIfAbsent(scope(line), line));
        List<LineChange> changes = new ArrayList<>();
        for (MappingLine line : come) {
            changes.add(new LineChange(line.file(), goneByScope.remove(scope(line)), line));
        }
        Set<MappingLine> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
        changes.stream().map(LineChange::before).filter(Objects::nonNull).forEach(replaced::add);
        gone.stream()
                .filter(line -> !replaced.contains(line))
                .forEach(line -> changes.add(new LineChange(line.file(), line, null)));
        changes.sort(Comparator.comparing(LineChange::file).thenComparing(Differences::place));
        return changes;
    }

    /** The rows that the others do not have, each as often as they lack it. */
    private static List<MappingLine> without(List<MappingLine> lines, List<MappingLine> others) {
        Map<List<Object>, Integer> there = new HashMap<>();
        others.forEach(line -> there.merge(content(line), 1, Integer::sum));
        return lines.stream()
                .filter(line -> there.merge(content(line), -1, Integer::sum) < 0)
                .toList();
    }

    private static List<Object> content(MappingLine line) {
        return List.of(line.file(), line.cells());
    }

    private static List<String> scope(MappingLine line) {
        List<String> scope = new ArrayList<>(line.scope());
        scope.add(line.file());
        return scope;
    }

    private static int place(LineChange change) {
        MappingLine shown = change.after() == null ? change.before() : change.after();
        return shown == null ? 0 : shown.number();
    }
}
