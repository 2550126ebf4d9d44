package centrasage.sync.posting;

import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A document is posted in one company only, whatever the settings and mappings say later. */
public final class Elsewhere {
    /** The code of the reason why what is planned for another company is not for this one. */
    public static final String ANOTHER_COMPANY = "ANOTHER_COMPANY";

    private static final Set<PostingState> OVER =
            EnumSet.of(PostingState.SKIPPED, PostingState.ABANDONED, PostingState.REVERSED);

    private Elsewhere() {}

    /** Whether somebody still waits for the posting in the other company. */
    public static boolean isOpen(PostingState there) {
        return !there.mayHaveBeenSent() && !OVER.contains(there);
    }

    /** The plan for another company, where the document may have been sent already. */
    public static Planned held(Planned planned, PostingKey there) {
        return with(
                planned,
                planned.key(),
                new Plan.Hold(List.of(new Reason(
                        "POSTED_IN_ANOTHER_COMPANY",
                        Owner.FINANCE,
                        "Centra " + there.sourceKey() + " was sent to Sage 200 company " + there.company()
                                + ", and is now planned for company "
                                + planned.key().company(),
                        "Correct sage200.company or accounts.csv. If it belongs into the new company after all, cancel"
                                + " it in the old one, enter it in the new one and resolve this"))));
    }

    /** What becomes of a plan that was never sent when its document is planned for another company. */
    public static Planned skipped(Planned planned, PostingKey there) {
        return with(
                planned,
                there,
                new Plan.Skip(new Reason(
                        ANOTHER_COMPANY,
                        Owner.FINANCE,
                        "It is planned for Sage 200 company " + planned.key().company() + " now",
                        "Nothing to do")));
    }

    private static Planned with(Planned planned, PostingKey key, Plan plan) {
        return new Planned(
                        key,
                        planned.object(),
                        planned.document(),
                        planned.amount(),
                        planned.businessDate(),
                        plan,
                        planned.fingerprint())
                .printing(planned.printed());
    }
}
