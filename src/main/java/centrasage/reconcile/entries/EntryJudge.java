package centrasage.reconcile.entries;

import centrasage.flow.PostingKind;
import centrasage.sync.store.PostedDocument;
import java.util.List;

/** How an entry stands, of what Sage says; asks nobody. */
final class EntryJudge {
    private EntryJudge() {}

    /**
     * A missing invoice of a shipment is told with the shipment where that is looked at.
     *
     * @param told whether a person has an open exception of it that says that it is not as it should be
     */
    static EntryRow judge(PostedDocument posted, List<InSage> there, boolean told) {
        EntryStanding standing = standing(new EntryRow(posted, there, EntryStanding.UNKNOWN));
        boolean isTold = posted.command().key().kind() == PostingKind.LEDGER_INVOICE
                || standing != EntryStanding.MISSING_IN_SAGE;
        boolean isKnown = told && isTold && standing != EntryStanding.AGREES;
        return new EntryRow(posted, there, isKnown ? EntryStanding.FOR_A_PERSON : standing);
    }

    static EntryRow unknown(PostedDocument posted) {
        return new EntryRow(posted, List.of(), EntryStanding.UNKNOWN);
    }

    private static EntryStanding standing(EntryRow row) {
        return switch (row.there().size()) {
            case 0 -> EntryStanding.MISSING_IN_SAGE;
            case 1 -> row.there().get(0).amount().equals(row.amount()) ? EntryStanding.AGREES : EntryStanding.DIFFERS;
            default -> EntryStanding.SEVERAL_IN_SAGE;
        };
    }
}
