package centrasage.sync.posting;

import centrasage.flow.Plan;

/** What became of a plan when it was recorded. */
public enum Recorded {
    /** The posting is new, or its earlier plan was replaced. */
    TAKEN,
    /** It was posted, and its source says nothing new since then, or since a person was told of what it says. */
    UNCHANGED,
    /** It was posted, or given up by a person, with other content: an exception tells a person now. */
    CHANGED_AFTER_POSTING,
    /** It was posted with other content, and what amends it is planned. */
    AMENDED,
    /** A person gave it up, and nothing of it has changed: it stays as it is. */
    GIVEN_UP,
    /** It is being sent or in doubt: plan it again later. */
    LATER;

    /** What a run counts it as. */
    public String word(Plan plan) {
        return switch (this) {
            case TAKEN -> plan.match(post -> "planned", skip -> "skipped", hold -> "held");
            case UNCHANGED -> "posted before";
            case CHANGED_AFTER_POSTING -> "changed after posting";
            case AMENDED -> "amendment planned";
            case GIVEN_UP -> "given up before";
            case LATER -> "waiting for an answer";
        };
    }
}
