package centrasage.sync.posting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of {@link Printed}: of each part a hash under a secret key, which tells that the part is another one now and
 * nothing else.
 *
 * @param parts hashes by what people call the part; one that is missing is not known, and differs from nothing
 */
public record Marks(Map<String, String> parts) {
    public static final Marks UNKNOWN = new Marks(Map.of());

    /**
     * How the texts of the parts are made; to be raised whenever they are made otherwise. Marks of another way are not known, and made
     * anew from the version that was posted, instead of telling of thousands of changes.
     */
    private static final String WAY = "1 ";

    public Marks {
        parts = Map.copyOf(parts);
    }

    /** @param hash of a text, under the key of its person; empty once the person was erased */
    public static Marks of(Printed printed, Function<String, Optional<String>> hash) {
        Map<String, String> marks = new TreeMap<>();
        printed.parts()
                .forEach((name, text) -> hash.apply(name + "\n" + text).ifPresent(mark -> marks.put(name, mark)));
        return new Marks(marks);
    }

    /** As {@link #text} has written it. */
    public static Marks read(@Nullable String text) {
        return text == null || text.isEmpty()
                ? UNKNOWN
                : new Marks(text.lines()
                        .filter(line -> line.startsWith(WAY))
                        .map(line -> line.substring(WAY.length()).split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1])));
    }

    /** One part to a line, in the order of the alphabet. */
    public String text() {
        return new TreeMap<>(parts)
                .entrySet().stream()
                        .map(part -> WAY + part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** The parts that both know and that are not the same, in the order of the alphabet. */
    public List<String> otherThan(Marks before) {
        return parts.keySet().stream()
                .filter(before.parts::containsKey)
                .filter(part -> !Objects.equals(parts.get(part), before.parts.get(part)))
                .sorted()
                .toList();
    }
}
