package centrasage.flow;

import java.util.List;

/** What reading the other side back by key has shown. */
public sealed interface Finding {

    /** Nothing carries the key. */
    record Absent() implements Finding {}

    /** Exactly one document carries the key and its content is what we meant. */
    record Found(Document document) implements Finding {}

    /** A half-made draft of ours carries the key: it is removed before anything else happens. */
    record Draft(Document document) implements Finding {}

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
