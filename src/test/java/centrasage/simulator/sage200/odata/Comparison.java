package centrasage.simulator.sage200.odata;

import centrasage.simulator.sage200.fields.EnumNames;
import centrasage.simulator.sage200.fields.Field;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** {@code field op literal}, with the literal held to the field's type. */
final class Comparison {
    private Comparison() {}

    static Predicate<ObjectNode> of(Field field, String operator, Token literal) {
        if (literal.is("null")) {
            return againstNull(field, operator);
        }
        Comparable<?> right = value(field, literal);
        IntPredicate wanted = outcome(operator);
        return row -> {
            JsonNode left = row.path(field.name());
            if (left.isMissingNode() || left.isNull()) {
                return operator.equals("ne");
            }
            return wanted.test(compare(Values.of(field, left), right));
        };
    }

    /** Both sides come from the same field, so they are of the same class. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> left, Comparable<?> right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static Predicate<ObjectNode> againstNull(Field field, String operator) {
        Refused.unless(operator.equals("eq") || operator.equals("ne"), "null is only compared with eq and ne.");
        boolean wantNull = operator.equals("eq");
        return row -> (row.path(field.name()).isMissingNode()
                        || row.path(field.name()).isNull())
                == wantNull;
    }

    private static IntPredicate outcome(String operator) {
        return switch (operator) {
            case "eq" -> order -> order == 0;
            case "ne" -> order -> order != 0;
            case "gt" -> order -> order > 0;
            case "ge" -> order -> order >= 0;
            case "lt" -> order -> order < 0;
            case "le" -> order -> order <= 0;
            default -> throw Refused.because("'" + operator + "' is not an operator of $filter.");
        };
    }

    private static Comparable<?> value(Field field, Token literal) {
        return switch (field.type()) {
            case ENUM -> Values.fold(EnumNames.nameOf(field.detail(), quoted(field, literal)));
            case TEXT -> Values.fold(quoted(field, literal));
            case DATE -> moment(field, literal);
            case FLAG -> flag(field, literal);
            default -> number(field, literal);
        };
    }

    private static String quoted(Field field, Token literal) {
        mustBe(literal.kind() == Token.Kind.STRING, field, "a string in single quotes");
        return literal.text();
    }

    private static Comparable<?> number(Field field, Token literal) {
        mustBe(literal.kind() == Token.Kind.NUMBER, field, "a number");
        return new BigDecimal(literal.text());
    }

    private static Comparable<?> moment(Field field, Token literal) {
        boolean unquoted = literal.kind() == Token.Kind.MOMENT;
        boolean zoned = literal.text().length() == 10 || literal.text().endsWith("Z");
        mustBe(
                unquoted && zoned && Moments.isReal(literal.text()),
                field,
                "an unquoted date, or a date and time that ends in Z");
        return Moments.instant(literal.text());
    }

    private static Comparable<?> flag(Field field, Token literal) {
        mustBe(literal.is("true") || literal.is("false"), field, "true or false");
        return Boolean.valueOf(literal.text());
    }

    private static void mustBe(boolean holds, Field field, String expected) {
        Refused.unless(holds, "'" + field.name() + "' is compared with " + expected + ".");
    }
}
