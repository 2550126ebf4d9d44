package centrasage.sync.posting;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.PostingState;
import centrasage.flow.Sought;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due posting in the hands of one worker, which holds the lease of its business object.
 *
 * @param holder who holds the lease
 * @param command without its document where its person was erased, or it is not to be sent any more
 * @param state as it was claimed
 * @param plan the number of the plan that was claimed; a newer plan makes this claim void
 * @param attempts how often it was sent before
 * @param looks how often the other side was asked in vain since
 * @param unanswered its sends to which no answer came
 * @param doubtSince since when it is in doubt; null when it is not
 * @param targetNumber the other side's number of the document that is linked; null until it is posted
 * @param priority as which it was planned first
 * @param evidence what was read before it was sent last; empty before its first send
 * @param block what kept it from going out when it was tried last; null where nothing did
 */
public record Claimed(
        long postingId,
        String holder,
        Command command,
        PostingState state,
        int plan,
        int attempts,
        int looks,
        boolean everInDoubt,
        Unanswered unanswered,
        @Nullable Instant doubtSince,
        @Nullable String targetNumber,
        Priority priority,
        String evidence,
        @Nullable Block block) {

    /** The same claim after one more send, with what is to be sent instead. */
    Claimed thenSending(Command lesser) {
        return new Claimed(
                postingId,
                holder,
                lesser,
                state,
                plan,
                attempts + 1,
                looks,
                everInDoubt,
                unanswered,
                doubtSince,
                targetNumber,
                priority,
                evidence,
                block);
    }

    /** To be looked for: what was read before matters only while nobody knows what became of the send. */
    Sought sought() {
        return new Sought(command, state == PostingState.IN_DOUBT ? evidence : "");
    }

    /**
     * Whether one of its unanswered sends can have made this document. Before each send nothing was found under the key, so
     * that whatever is older than the first of them was never there; later than a late commit it is somebody else's.
     */
    boolean mayHaveMade(Document document, Patience patience) {
        Instant made = document.createdAt();
        return made != null && unanswered.ever().stream().anyMatch(sent -> patience.canBe(sent, made));
    }
}
