package centrasage.launch.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys that later versions will read. A file that was written for one of those starts here as well, unless it asks for
 * something that this version would do otherwise.
 */
final class Later {
    /** The one value of each of these says what this version does. */
    private static final Map<String, String> DONE = Map.of("posting.serialise-by", "order");

    private static final List<Setting> SETTINGS =
            List.of(known("posting.serialise-by"), Setting.of("retention.evidence", Times::period));

    private Later() {}

    private static Setting known(String key) {
        String done = DONE.getOrDefault(key, "");
        return Setting.of(key, Checks.only(done));
    }

    static List<Setting> settings() {
        return SETTINGS;
    }

    /** Those that are set and change nothing yet, in alphabetical order. */
    static List<String> withoutEffect(Map<String, String> values) {
        Set<String> done = DONE.keySet();
        return SETTINGS.stream()
                .map(Setting::key)
                .filter(key -> !done.contains(key))
                .filter(key -> !values.getOrDefault(key, "").isBlank())
                .sorted()
                .toList();
    }
}
