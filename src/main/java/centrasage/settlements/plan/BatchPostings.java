package centrasage.settlements.plan;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.store.SettlementBatch;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was planned for a batch, and what of it is to come. */
public final class BatchPostings {
    /** Of which nothing is to come: what a person settled by hand is in Sage by that person's word. */
    private static final Set<PostingState> OVER =
            EnumSet.of(PostingState.POSTED, PostingState.ABANDONED, PostingState.SKIPPED);

    private BatchPostings() {}

    /** In the company that it belongs to. */
    public static List<Posting> of(Postings postings, SettlementBatch batch) {
        return of(postings, batch.company(), batch.key());
    }

    static List<Posting> of(Postings postings, String company, SettlementKey batch) {
        return postings.ofObjects(List.of(ToPost.object(company, batch)));
    }

    /** Which posting of the batch it is, such as {@code fee-commission}. */
    public static String name(SettlementKey batch, PostingKey posting) {
        return posting.sourceKey().substring(batch.name().length() + 1);
    }

    /** Whether nothing of it is to come. */
    public static boolean isOver(PostingState state) {
        return OVER.contains(state);
    }
}
