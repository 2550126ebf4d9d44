package centrasage.sync.vault;

/**
 * By what an order is looked for without its personal data being kept in clear.
 *
 * @param value in the one way of writing it: whoever writes a clue down and whoever looks for it must agree
 */
public record Clue(Field field, String value) {
    /** No two fields ever have the same mark for the same word. */
    public enum Field {
        E_MAIL,
        POSTCODE,
        /** One word of a name. */
        NAME_WORD,
        /** All words of a name. */
        NAME,
        /** What a payment provider calls a payment: nobody's personal data. */
        PSP_REFERENCE
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Clue[" + field + "]";
    }
}
