package centrasage.desk;

import org.jspecify.annotations.Nullable;

/**
 * What became of a deed at the desk.
 *
 * @param words why it was not done, in a sentence; empty where it was
 * @param toPlan of what kind the source document is that waits for its plan by it, such as {@code order}; null where none does
 */
public record Became(Fate fate, String words, @Nullable String toPlan) {

    public enum Fate {
        DONE,
        /** It is over: it closed itself, or somebody has settled it. */
        GONE,
        /** Somebody else, or the desk itself, has changed what this person saw. */
        CHANGED,
        /** Such a deed does nothing for it. */
        NOT_POSSIBLE
    }

    static Became done() {
        return new Became(Fate.DONE, "", null);
    }

    static Became planned(@Nullable String kind) {
        return new Became(Fate.DONE, "", kind);
    }

    static Became not(Fate fate, String words) {
        return new Became(fate, words, null);
    }

    public boolean isDone() {
        return fate == Fate.DONE;
    }
}
