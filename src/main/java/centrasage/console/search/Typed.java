package centrasage.console.search;

import centrasage.orders.customer.Clues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody typed who looks for an order, and what it may be, the likeliest first. More than one field is tried where it may be more
 * than one thing: {@code 20095} is a number and a postcode.
 */
public record Typed(String text, List<Field> fields) {
    private static final int LENGTH_MAX = 200;
    private static final int NUMBER_MAX = 60;

    /** Whatever a document may be called, in one piece. */
    private static final String NUMBER = "[#\\p{Alnum}][\\p{Alnum}/_-]*";

    private static final String POSTCODE = "\\p{Alnum}{2,5}[\\s-]?\\p{Alnum}{0,5}";
    private static final String REFERENCE = "[\\p{Alnum}_.:-]{6,}";

    public Typed {
        fields = List.copyOf(fields);
    }

    public static Typed of(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return new Typed("", List.of());
        }
        return Arrays.stream(Field.values())
                .filter(field -> text.toLowerCase(Locale.ROOT).startsWith(field.prefix() + ":"))
                .findFirst()
                .map(field -> named(field, text.substring(field.prefix().length() + 1)))
                .orElseGet(() -> new Typed(text, fields(text)));
    }

    private static Typed named(Field field, String typed) {
        String text = typed.strip();
        return text.isEmpty() ? new Typed("", List.of()) : new Typed(text, List.of(field));
    }

    private static List<Field> fields(String text) {
        if (text.contains("@")) {
            return Clues.email(text).isPresent() ? List.of(Field.E_MAIL) : List.of();
        }
        boolean hasDigit = text.chars().anyMatch(Character::isDigit);
        List<Field> fields = new ArrayList<>();
        if (text.length() <= NUMBER_MAX && hasDigit && text.matches(NUMBER)) {
            fields.add(Field.NUMBER);
        }
        if (hasDigit && text.matches(POSTCODE)) {
            fields.add(Field.POSTCODE);
        }
        if (text.matches(REFERENCE)) {
            fields.add(Field.PSP_REFERENCE);
        }
        if (!hasDigit && Clues.name(text).isPresent()) {
            fields.add(0, Field.NAME);
        }
        return fields;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether anything that it may be is personal data: such words do not belong into an address, where browsers and servers keep them. */
    public boolean isPersonal() {
        boolean isPlainNumber = fields.contains(Field.NUMBER) && text.matches("[#C]?\\d+");
        return !isPlainNumber && fields.stream().anyMatch(Field::personal);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Typed" + fields;
    }
}
