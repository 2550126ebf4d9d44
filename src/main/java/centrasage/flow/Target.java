package centrasage.flow;

import java.util.List;
import java.util.Map;

/** The other side, for one kind of posting: how to look for a document by its key and how to write it once. */
public interface Target {

    PostingKind kind();

    /**
     * Looks for the documents of many commands in as few requests as possible.
     *
     * @param sought of one company, at least one
     * @return one finding for each command, by key
     * @throws TargetUnavailable when the other side cannot be asked
     */
    Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable;

    /**
     * Makes exactly one write. Never repeats it, never throws for anything that the other side does.
     *
     * <p>Called only after the intent is committed, and never twice for one intent: what the other side may take instead of
     * what it refused is not sent here, but told in the {@link Outcome.Refused}.
     *
     * @param evidence of the finding that nothing is there, and of nothing written to the same object since
     */
    Outcome send(Command command, String evidence);

    /**
     * Removes a half-made draft that is proven ours; may be repeated.
     *
     * @throws TargetUnavailable when it is not known to be gone
     */
    void discard(Command command, Document draft) throws TargetUnavailable;
}
