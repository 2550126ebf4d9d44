package centrasage.refunds.intake;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.ReturnNumber;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which returns are read once more, because nothing tells what became of them: Centra has no moment of change for a return. */
final class OpenReturns {
    /** The reason of what is to be planned again as soon as Centra completes it. */
    static final String NOT_COMPLETED = "RETURN_NOT_COMPLETED";

    private static final int PAGE = 500;

    /** What may still become another thing before it is in the books. */
    private static final Set<PostingState> NOT_SENT = EnumSet.of(
            PostingState.PLANNED,
            PostingState.WAITING,
            PostingState.LOCKED,
            PostingState.PARKED,
            PostingState.REFUSED,
            PostingState.HELD);

    private final Staging staging;
    private final Postings postings;

    OpenReturns(Staging staging, Postings postings) {
        this.staging = staging;
        this.postings = postings;
    }

    /** The source keys of returns that have no plan yet, are not sent, or were planned since and are not completed. */
    Set<String> keys(Instant since) {
        Set<String> keys = new TreeSet<>();
        unplanned(keys);
        NOT_SENT.forEach(state -> keys.addAll(of(state, Instant.MIN, List.of())));
        keys.addAll(notCompletedSince(since));
        return keys;
    }

    /** The source keys of those that were planned since, and are not completed. */
    Set<String> notCompletedSince(Instant since) {
        return of(PostingState.SKIPPED, since, List.of(NOT_COMPLETED));
    }

    /** The source keys of those whose credit note was planned since, and is posted. */
    Set<String> postedSince(Instant since) {
        return of(PostingState.POSTED, since, List.of());
    }

    private void unplanned(Set<String> keys) {
        long last = 0;
        List<Staged> page;
        do {
            page = staging.unplanned(CollectReturns.KIND, last, PAGE);
            for (Staged staged : page) {
                keys.add(staged.sourceKey());
                last = staged.id();
            }
        } while (!page.isEmpty());
    }

    /** @param reasons any where there are none */
    private Set<String> of(PostingState state, Instant since, Collection<String> reasons) {
        Set<String> keys = new TreeSet<>();
        long before = Long.MAX_VALUE;
        List<Posting> page;
        do {
            page = postings.list(new Postings.Filter(state, PostingKind.CREDIT_NOTE, null), before, PAGE);
            for (Posting posting : page) {
                before = posting.id();
                if (posting.createdAt().isBefore(since)) {
                    return keys;
                }
                if (ReturnNumber.is(posting.key().sourceKey()) && stoppedFor(posting, reasons)) {
                    keys.add(posting.key().sourceKey());
                }
            }
        } while (!page.isEmpty());
        return keys;
    }

    private static boolean stoppedFor(Posting posting, Collection<String> reasons) {
        return reasons.isEmpty() || posting.reasons().stream().map(Reason::code).anyMatch(reasons::contains);
    }
}
