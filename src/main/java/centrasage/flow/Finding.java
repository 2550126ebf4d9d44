package centrasage.flow;

import java.util.List;

/** What reading the other side back by key has shown. */
public sealed interface Finding {

    /** Nothing carries the key. */
    record Absent() implements Finding {}

    /** Exactly one document carries the key and its content is what we meant. */
    record Found(Document document) implements Finding {}

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

    /** One document carries the key, and it is not what we meant. */
    record Different(Document document, Reason reason) implements Finding {}

    /** More than one document carries the key; the first is the one that we keep. */
    record Several(List<Document> documents) implements Finding {
        public Several {
            documents = List.copyOf(documents);
        }
    }

    /** The answer proves nothing; a person or a later look decides. */
    record Undecidable(String why) implements Finding {}
}
