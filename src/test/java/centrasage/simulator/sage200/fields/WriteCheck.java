package centrasage.simulator.sage200.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds a body to its resource's fields: unknown, read-only, null, ill-typed or over-long is refused by name. */
public final class WriteCheck {
    private static final Pattern DATE_WITH_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?(Z|[+-]\\d\\d:\\d\\d)?");

    private final Set<String> echoed;

    private WriteCheck(Set<String> echoed) {
        this.echoed = echoed;
    }

    public static WriteCheck ofNew() {
        return new WriteCheck(Set.of());
    }

    /** An amendment names what it amends: ids and the lock come back to Sage. */
    public static WriteCheck ofAmendment() {
        return new WriteCheck(Set.of("id", "lock_id"));
    }

    public void check(String entityName, ObjectNode body) {
        check(Catalogue.entity(entityName), body, "");
    }

    private void check(Entity entity, ObjectNode body, String path) {
        body.properties().forEach(sent -> {
            String name = path + sent.getKey();
            Field field = entity.field(sent.getKey());
            if (field == null || field.type() == FieldType.SPECIAL) {
                throw Refused.because("'" + name + "' is not a field of " + entity.name() + ".");
            }
            Refused.unless(field.writable() || echoed.contains(sent.getKey()), "'" + name + "' is read-only.");
            Refused.unless(
                    !sent.getValue().isNull(),
                    "SageNullFieldException: '" + name + "' must not be null; leave it out.");
            checkValue(field, sent.getValue(), name);
        });
    }

    private void checkValue(Field field, JsonNode value, String name) {
        switch (field.type()) {
            case INT16, INT32, INT64 -> Refused.unless(isInteger(field, value), "'" + name + "' must be an integer.");
            case NUM -> checkNumber(field, value, name);
            case TEXT, ENUM -> checkText(field, value, name);
            case DATE -> checkDate(value, name);
            case FLAG -> Refused.unless(value.isBoolean(), "'" + name + "' must be true or false.");
            case OBJECT, REF -> checkChild(field, value, name + ".");
            case LIST, ROWS -> checkChildren(field, value, name);
            default -> throw new IllegalStateException("unreachable: " + field);
        }
    }

    private static boolean isInteger(Field field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return false;
        }
        return switch (field.type()) {
            case INT16 -> value.asLong() == (short) value.asLong();
            case INT32 -> value.canConvertToInt();
            default -> true;
        };
    }

    private static void checkNumber(Field field, JsonNode value, String name) {
        Refused.unless(value.isNumber(), "'" + name + "' must be a number.");
        BigDecimal number = value.decimalValue();
        boolean fits = number.stripTrailingZeros().scale() <= field.size() && number.precision() - number.scale() <= 13;
        Refused.unless(fits, "'" + name + "' has more than " + field.size() + " decimal places or is too large.");
    }

    private static void checkText(Field field, JsonNode value, String name) {
        Refused.unless(value.isTextual(), "'" + name + "' must be a string.");
        Refused.unless(
                value.asText().length() <= field.size(),
                "'" + name + "' is longer than " + field.size() + " characters.");
        boolean listed = !field.isEnum() || EnumNames.numberOf(field.detail(), value.asText()) >= 0;
        Refused.unless(listed, "'" + name + "' cannot be '" + value.asText() + "'.");
    }

    private static void checkDate(JsonNode value, String name) {
        boolean complete =
                value.isTextual() && DATE_WITH_TIME.matcher(value.asText()).matches() && Moments.isReal(value.asText());
        Refused.unless(complete, "'" + name + "' must be a date with a time, such as 2026-11-23T00:00:00.");
    }

    private void checkChild(Field field, JsonNode value, String path) {
        if (!(value instanceof ObjectNode child)) {
            throw Refused.because("'" + field.name() + "' must be an object.");
        }
        check(Catalogue.entity(field.detail()), child, path);
    }

    private void checkChildren(Field field, JsonNode value, String name) {
        Refused.unless(value.isArray(), "'" + name + "' must be an array.");
        for (int i = 0; i < value.size(); i++) {
            checkChild(field, value.get(i), name + "[" + i + "].");
        }
    }
}
