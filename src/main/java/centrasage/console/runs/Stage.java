package centrasage.console.runs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far documents have come, by the words in which runs count them. */
public enum Stage {
    READ(Set.of("read", "read again", "events"), Set.of("new or changed")),
    PLANNED(Set.of(
            "planned",
            "amendment planned",
            "allocations planned",
            "residues planned",
            "would be posted",
            "skipped",
            "posted before",
            "given up before",
            "changed after posting")),
    POSTED(Set.of("posted", "already there", "told", "settled")),
    HELD(Set.of("held", "refused", "in doubt", "locked", "parked", "would be held", "rejected"));

    private final Set<String> words;
    /** Counted beside them, of the same documents. */
    private final Set<String> beside;

    Stage(Set<String> words) {
        this(words, Set.of());
    }

    Stage(Set<String> words, Set<String> beside) {
        this.words = words;
        this.beside = beside;
    }

    boolean counts(String word) {
        return words.contains(word) || beside.contains(word);
    }

    /** How many documents of a run came so far. */
    public long in(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(each -> words.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Which documents a step moves, by its name; empty for one that moves none. */
    static Optional<Stage> ofStep(String step) {
        if (step.startsWith("collect") || step.startsWith("take") || step.startsWith("fetch")) {
            return Optional.of(READ);
        }
        if (step.startsWith("plan") || step.equals("settle")) {
            return Optional.of(PLANNED);
        }
        return step.startsWith("post") ? Optional.of(POSTED) : Optional.empty();
    }
}
