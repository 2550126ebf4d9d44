package centrasage.settlements.profile;

import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Encoding;
import centrasage.settlements.read.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code key = value} lines of a profile, in UTF-8; lines that begin with {@code #} are for people. A key ends at the first {@code =} and may
 * have spaces and any other character, since it may hold a word of the provider's; nothing is escaped.
 */
final class ProfileText {
    /** What an example says where nobody knows. */
    private static final String UNKNOWN = "?";

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param line of the text, for messages; 0 where it has no such key */
    record Entry(long line, String key, String value) {
        boolean isThere() {
            return line > 0;
        }

        /** What its key says behind {@code type.}. */
        String keyAfter(String before) {
            return key.substring(before.length()).strip();
        }

        boolean isUnknown() {
            return value.equals(UNKNOWN);
        }
    }

    private ProfileText() {}

    static ProfileText of(Source source) throws IOException {
        ProfileText text = new ProfileText();
        try (BufferedReader lines = new BufferedReader(Encoding.UTF_8.reader(source))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    text.add(number, line);
                }
            }
        }
        return text;
    }

    private void add(long number, String line) {
        int equals = line.indexOf('=');
        Entry entry = equals < 0
                ? new Entry(number, line.strip(), "")
                : new Entry(
                        number,
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
        if (equals <= 0 || entry.value().isEmpty()) {
            fault(entry, "is no key with a value", "Write it as key = value, or remove the line");
        } else if (entry.isUnknown()) {
            fault(
                    entry,
                    "is not known: the profile is an example",
                    "Look it up in a real file of yours, and write it here");
        }
        if (entries.putIfAbsent(entry.key(), entry) != null) {
            fault(entry, "is there twice", "Remove one of both");
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Its value is empty where there is no such key. */
    Entry entry(String key) {
        return entries.getOrDefault(key, new Entry(0, key, ""));
    }

    /** In their order. */
    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** Those whose key begins so, in their order. */
    List<Entry> entries(String before) {
        return entries.values().stream()
                .filter(entry -> entry.key().startsWith(before))
                .toList();
    }

    /** What one of its words means. */
    <T> T one(String key, Words<T> words, T otherwise) {
        Entry entry = entry(key);
        return words.meaning(entry.value(), otherwise, entry, this);
    }

    void fault(Entry entry, String why, String remedy) {
        faults.add(new Fault(entry.line(), entry.key(), entry.value(), why, remedy));
    }

    /** All so far. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
