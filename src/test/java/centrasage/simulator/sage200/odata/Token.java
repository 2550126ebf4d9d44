package centrasage.simulator.sage200.odata;

/** A word of a {@code $filter}. */
record Token(Kind kind, String text) {
    enum Kind {
        STRING,
        MOMENT,
        NUMBER,
        WORD,
        SIGN,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }
}
