package centrasage.launch.settings;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** A file of properties that remembers which keys it names more than once: the format itself takes the last, silently. */
final class Once extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> twice = new TreeSet<>();

    @Override
    public synchronized Object put(Object key, Object value) {
        Object before = super.put(key, value);
        if (before != null) {
            twice.add(key.toString());
        }
        return before;
    }

    List<String> faults() {
        return twice.stream()
                .map(key -> key + ": stands in the file more than once; leave one of the lines")
                .toList();
    }
}
