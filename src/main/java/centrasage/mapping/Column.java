package centrasage.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A column of a mapping file and what a cell of it must look like.
 *
 * @param inEachFile false for a column that a file may leave out: its cells are then empty
 * @param expected completes "expected ..." when a cell does not fit
 */
record Column(String name, Role role, boolean mandatory, boolean inEachFile, String expected, Predicate<String> fits) {
    static final String WHOLE = "a whole number such as 0 or 2";
    static final String WHOLE_PATTERN = "\\d{1,6}";

    /** What a cell is for. */
    enum Role {
        /** Narrows the row to an equal value, whatever its case; empty or {@code *} is any. */
        EQUAL,
        /** As above, and upper and lower case differ. */
        CASED,
        /** As above, and every row names it. */
        EXACT,
        /** Narrows the row to values up to this amount; empty or {@code *} is any. */
        UP_TO,
        /** What the row answers. */
        VALUE;

        boolean narrows() {
            return this != VALUE;
        }
    }

    static Column equal(String name) {
        return new Column(name, Role.EQUAL, false, true, "text", text -> true);
    }

    static Column cased(String name) {
        return new Column(name, Role.CASED, false, true, "text", text -> true);
    }

    static Column exact(String name) {
        return new Column(name, Role.EXACT, true, true, "a value; * is not enough here", text -> !text.isEmpty());
    }

    static Column upTo(String name) {
        return new Column(name, Role.UP_TO, false, true, "an amount such as 150 or 150.00", Column::isAmount);
    }

    static Column value(String name) {
        return new Column(name, Role.VALUE, false, true, "text", text -> true);
    }

    static Column company() {
        return equal("company").companyNumber();
    }

    static Column currency() {
        return equal("currency").like("an ISO 4217 code such as GBP", "[A-Z]{3}");
    }

    static Column taxCode() {
        return value("tax_code").like("the number of a Sage tax code such as 1", "\\d{1,5}");
    }

    Column required() {
        return new Column(name, role, true, inEachFile, expected, fits);
    }

    Column optional() {
        return new Column(name, role, mandatory, false, expected, fits);
    }

    Column looking(String how, Predicate<String> check) {
        return new Column(name, role, mandatory, inEachFile, how, check);
    }

    Column atMost(int characters) {
        return looking("at most " + characters + " characters", text -> text.length() <= characters);
    }

    Column like(String how, String pattern) {
        return looking(how, text -> text.matches(pattern));
    }

    Column companyNumber() {
        return like("the number of a Sage company such as 1", "\\d{1,9}");
    }

    Column country() {
        return like("an ISO 3166 code such as GB", "[A-Z]{2}");
    }

    Column oneOf(String... allowed) {
        return looking("one of " + String.join(", ", allowed), List.of(allowed)::contains);
    }

    /** A rate of VAT; 20 and 20.00 are the same. */
    Column rate() {
        return looking("a rate in percent such as 20 or 5.5", Column::isRate);
    }

    /** What to do about this cell; empty when nothing. */
    Optional<String> faultOf(String cell) {
        if (cell.isEmpty()) {
            return mandatory ? Optional.of("is missing; expected " + expected) : Optional.empty();
        }
        return fits.test(cell) ? Optional.empty() : Optional.of("expected " + expected);
    }

    /** Whether upper and lower case differ. */
    boolean isCased() {
        return role == Role.CASED || role == Role.EXACT;
    }

    /** Whether two values that are no thresholds are one. */
    boolean isSame(String one, String other) {
        return isCased() ? one.equals(other) : one.equalsIgnoreCase(other);
    }

    /** A value of this column for people: {@code shipped from GB}, {@code VAT of 20 %}. */
    String inWords(String value) {
        return switch (name) {
            case "ship_from" -> "shipped from " + value;
            case "customer_kind" -> "a " + value;
            case "value_to" -> "a value of " + withPennies(value);
            case "rate" -> "VAT of " + value + " %";
            case "applies_to", "purpose" -> value.replace('-', ' ');
            case "sku" -> "SKU " + value;
            default -> name.replace('_', ' ') + " " + value;
        };
    }

    /** A value of this column for whoever writes the row: {@code ship_from GB}. */
    String asWritten(String value) {
        return name + " " + value;
    }

    private static String withPennies(String amount) {
        BigDecimal value = new BigDecimal(amount);
        return value.setScale(Math.max(2, value.stripTrailingZeros().scale())).toPlainString();
    }

    private static boolean isAmount(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,5})?");
    }

    private static boolean isRate(String text) {
        return isAmount(text) && new BigDecimal(text).compareTo(BigDecimal.valueOf(100)) < 0;
    }
}
