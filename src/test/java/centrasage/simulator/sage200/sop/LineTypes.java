package centrasage.simulator.sage200.sop;

/** The four types of order lines. */
final class LineTypes {
    static final String STANDARD = "EnumLineTypeStandard";
    static final String FREE_TEXT = "EnumLineTypeFreeText";
    static final String CHARGE = "EnumLineTypeCharge";
    static final String COMMENT = "EnumLineTypeComment";

    private LineTypes() {}

    static boolean isGoods(String type) {
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
