package centrasage.mapping;

import centrasage.flow.Owner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping file as people fill it in: its columns and what belongs into them.
 *
 * @param file {@code vat.csv}
 * @param answer what a row gives, as people call it
 * @param mustExist whether no order can be posted without it
 */
public record SheetForm(String file, Owner owner, String answer, boolean mustExist, List<Field> fields) {
    private static final String CHOICE = "one of ";

    public SheetForm {
        fields = List.copyOf(fields);
    }

    /**
     * A column.
     *
     * @param narrows whether it says what a row is for, rather than what the row gives; empty is then any
     * @param usual whether every file has it; others are there for those who need them
     * @param expected completes "expected ..."
     */
    public record Field(String name, boolean narrows, boolean mandatory, boolean usual, String expected) {
        /** {@code tax code}. */
        public String title() {
            return name.replace('_', ' ');
        }

        /** The only values that there are; empty where it may be anything. */
        public List<String> choices() {
            return expected.startsWith(CHOICE)
                    ? Arrays.asList(expected.substring(CHOICE.length()).split(", ", -1))
                    : List.of();
        }

        /** {@code may be empty, which is any; else an ISO 3166 code such as GB}. */
        public String hint() {
            String empty = mandatory ? "" : narrows ? "empty is any; else " : "may be empty; else ";
            return empty + expected;
        }
    }

    /** In the order in which people need them. */
    public static List<SheetForm> all() {
        return Stream.of(Sheet.values()).map(SheetForm::of).toList();
    }

    /** By its name, such as {@code vat} or {@code vat.csv}. */
    public static Optional<SheetForm> named(String name) {
        return Stream.of(Sheet.values())
                .filter(sheet -> sheet.file().equals(name) || sheet.file().equals(name + ".csv"))
                .findFirst()
                .map(SheetForm::of);
    }

    /** {@code vat}. */
    public String name() {
        return file.replace(".csv", "");
    }

    public List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }

    private static SheetForm of(Sheet sheet) {
        List<Field> fields = new ArrayList<>();
        sheet.columns()
                .forEach(column -> fields.add(new Field(
                        column.name(),
                        column.role().narrows(),
                        column.mandatory(),
                        column.inEachFile(),
                        column.expected())));
        fields.add(day(SheetHeader.FROM));
        fields.add(day(SheetHeader.TO));
        return new SheetForm(sheet.file(), sheet.owner(), sheet.answer(), sheet.mustExist(), fields);
    }

    private static Field day(String name) {
        return new Field(name, false, false, false, "a date such as 2026-11-01");
    }
}
