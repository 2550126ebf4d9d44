package centrasage.simulator.sage200.sop;

/** The four types of order lines. */
public final class LineTypes {
    public static final String STANDARD = "EnumLineTypeStandard";
    public static final String FREE_TEXT = "EnumLineTypeFreeText";
    public static final String CHARGE = "EnumLineTypeCharge";
    public static final String COMMENT = "EnumLineTypeComment";

    private LineTypes() {}

    /** What is counted and despatched, as opposed to charges and comments. */
    public static boolean isGoods(String type) {
        return type.equals(STANDARD) || type.equals(FREE_TEXT);
    }

    /** The letter of the type in the last column of {@code fields.txt}. */
    static String letter(String type) {
        return switch (type) {
            case STANDARD -> "S";
            case FREE_TEXT -> "F";
            case CHARGE -> "C";
            default -> "K";
        };
    }
}
