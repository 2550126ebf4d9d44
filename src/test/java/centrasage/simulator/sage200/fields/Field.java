package centrasage.simulator.sage200.fields;

import java.util.Locale;

/**
 * One field of a resource.
 *
 * @param size length of text, decimal places of a number, else 0
 * @param via id field of {@link FieldType#REF} and {@link FieldType#ROWS}, else empty
 * @param detail enum list, child entity or other table, else empty
 * @param lineTypes letters of the order line types that may carry it
 */
public record Field(
        String name, FieldType type, int size, String via, String detail, boolean writable, String lineTypes) {
    private static final String ALL_LINE_TYPES = "SFCK";

    static Field parse(String name, String[] words) {
        String[] type = words[1].split(":", -1);
        FieldType kind = FieldType.valueOf(type[0].toUpperCase(Locale.ROOT));
        boolean sized = kind == FieldType.NUM || kind.isText();
        boolean relation = kind == FieldType.REF || kind == FieldType.ROWS;
        return new Field(
                name,
                kind,
                sized ? Integer.parseInt(type[1]) : 0,
                relation ? type[1] : "",
                type.length > 1 ? type[type.length - 1] : "",
                words[2].equals("w"),
                words.length > 3 ? words[3] : ALL_LINE_TYPES);
    }

    /** A child, returned only when it is expanded. */
    public boolean isChild() {
        return type.compareTo(FieldType.OBJECT) >= 0;
    }

    public boolean isDate() {
        return type == FieldType.DATE;
    }

    public boolean isFlag() {
        return type == FieldType.FLAG;
    }

    public boolean isText() {
        return type.isText();
    }

    public boolean isEnum() {
        return type == FieldType.ENUM;
    }
}
