package centrasage.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading the other side back by key has shown. */
public sealed interface Finding {

    /** The finished documents that carry the key; no drafts, and none where nothing could be told. */
    default List<Document> finished() {
        if (this instanceof Found found) {
            return List.of(found.document());
        }
        if (this instanceof Several several) {
            return several.documents();
        }
        return this instanceof Different different ? different.documents() : List.of();
    }

    /**
     * Nothing carries the key.
     *
     * @param evidence what was read, as the target writes it down: kept with the intent, given back to it when it sends, and
     *     when it looks again after a doubt; empty where the key alone tells everything
     */
    record Absent(String evidence) implements Finding {
        /** Where the key alone tells everything. */
        public Absent() {
            this("");
        }
    }

    /**
     * Exactly one document carries the key and its content is what we meant.
     *
     * @param day why it is told that it has another day than we meant; null where it has that
     */
    record Found(Document document, @Nullable Reason day) implements Finding {
        /** Of the day that we meant, or where that does not matter. */
        public Found(Document document) {
            this(document, null);
        }
    }

    /**
     * Half-made drafts carry the key, and nothing complete does. A draft proven ours is removed before anything else
     * happens; any other is somebody's work and is never touched.
     *
     * @param mayBeOurs whether what they contain is what a write of ours can leave; whether one was made is for the store
     *     to say
     * @param ifNotOurs what a person is told where it is not proven
     */
    record Drafts(List<Document> documents, boolean mayBeOurs, Reason ifNotOurs) implements Finding {
        public Drafts {
            documents = List.copyOf(documents);
        }
    }

    /** What carries the key is not what we meant; of several, none is. */
    record Different(List<Document> documents, Reason reason) implements Finding {
        public Different {
            documents = List.copyOf(documents);
        }
    }

    /** More than one document carries the key; the first is the one that we keep. */
    record Several(List<Document> documents) implements Finding {
        public Several {
            documents = List.copyOf(documents);
        }
    }

    /**
     * Nothing carries the key, and it could not be written now: something on the other side stands against it, and cures by
     * itself or by somebody there, such as an order that is on hold. Nothing is sent; it is looked at again later.
     */
    record Blocked(List<Reason> reasons) implements Finding {
        public Blocked {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("what is blocked is blocked for a reason");
            }
            reasons = List.copyOf(reasons);
        }
    }

    /** The answer proves nothing; a person or a later look decides. */
    record Undecidable(String why) implements Finding {}
}
