package centrasage.simulator.sage200.fields;

/** The kinds of fields in {@code fields.txt}. */
public enum FieldType {
    INT16,
    INT32,
    INT64,
    NUM,
    TEXT,
    ENUM,
    DATE,
    FLAG,
    /** A child held in the row. */
    OBJECT,
    /** Children held in the row. */
    LIST,
    /** A row of another table, named by an id field. */
    REF,
    /** The rows of another table that name this one. */
    ROWS,
    /** An expand that the resource's own code answers. */
    SPECIAL;

    boolean isInteger() {
        return this == INT16 || this == INT32 || this == INT64;
    }

    boolean isText() {
        return this == TEXT || this == ENUM;
    }
}
