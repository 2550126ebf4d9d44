package centrasage.mapping;

/**
 * Something that is odd about a row among the others, although the files can be used.
 *
 * @param holdsOrders whether orders of today or later are held because of it
 * @param what what is odd, in words of the person who writes the files
 */
public record LineFinding(Kind kind, boolean holdsOrders, MappingLine line, String what, String remedy) {

    public enum Kind {
        /** Two rows fit the same equally well and answer differently: what they both fit is held. */
        AMBIGUOUS,
        /** Other rows are always closer. */
        NEVER_CHOSEN,
        /** Between two rows for the same lie days on which neither holds. */
        DATE_GAP,
        /** It held until a day that is past. */
        EXPIRED
    }
}
