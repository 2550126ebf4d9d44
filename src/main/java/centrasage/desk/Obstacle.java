package centrasage.desk;

import static centrasage.desk.BusinessException.State.RESOLVED;

/** Why a deed cannot do anything for an exception of this kind, known before it is tried. */
public final class Obstacle {
    static final String OF_MANY = "it stands for many documents: open it, and act on all of them there";
    static final String NOTHING_TO_PLAN =
            "there is nothing to plan again: it is mended where it is, and closes itself or is resolved";

    private Obstacle() {}

    /** Empty where nothing is known that stands against it. */
    public static String toPlanning(BusinessException.Kind kind, BusinessException.State state) {
        if (kind.isOfMany()) {
            return OF_MANY;
        }
        return kind.isPlannable() || kind.isTriedByItself() ? toAny(state) : NOTHING_TO_PLAN;
    }

    public static String toResolving(BusinessException.Kind kind, BusinessException.State state) {
        return kind.isOfMany() ? OF_MANY : toAny(state);
    }

    public static String toAny(BusinessException.State state) {
        return state == RESOLVED ? "it is resolved" : "";
    }
}
