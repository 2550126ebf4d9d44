package centrasage.sync.posting;

import centrasage.flow.Plan;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import java.util.List;

/** The state and the reasons that a plan gives a posting. */
public final class PlanState {
    private PlanState() {}

    public static PostingState of(Plan plan) {
        return plan.match(
                post -> post.after() == null ? PostingState.PLANNED : PostingState.WAITING,
                skip -> PostingState.SKIPPED,
                hold -> PostingState.HELD);
    }

    public static List<Reason> reasons(Plan plan) {
        return plan.match(post -> List.of(), skip -> List.of(skip.reason()), Plan.Hold::reasons);
    }
}
