package centrasage.jobs.run;

/** What became of a run that did not simply end by itself. */
public enum Fate {
    /** A person asked it to stop; whatever happens to its process, it is not restarted. */
    STOPPED,
    /** A person gave it up: it is never restarted. */
    ABANDONED,
    /** Its process died; a restart is due. */
    DIED,
    /** Its process was told to end, and ended it between two documents; a restart is due. */
    CUT_SHORT,
    /** It died and was restarted. */
    RESTARTED,
    /** It was cut short and was restarted. */
    RESUMED,
    /** It died, and no restart was made of it: a newer run does its work, or restarting did not help. */
    LEFT;

    boolean isDueForRestart() {
        return this == DIED || this == CUT_SHORT;
    }

    /** Whether its process died under it. */
    boolean isDeath() {
        return this == DIED || this == RESTARTED || this == LEFT;
    }
}
