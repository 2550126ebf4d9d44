package centrasage.simulator.sage200.odata;

import centrasage.simulator.sage200.fields.Field;
import centrasage.simulator.sage200.fields.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The values of rows as they compare. */
final class Values {
    private Values() {}

    static Comparable<?> of(Field field, JsonNode value) {
        return switch (field.type()) {
            case TEXT, ENUM -> fold(value.asText());
            case DATE -> Moments.instant(value.asText());
            case FLAG -> value.asBoolean();
            default -> value.decimalValue();
        };
    }

    /** Sage's databases compare text as SQL Server's default collation does: case and trailing blanks do not count. */
    static String fold(String text) {
        return text.stripTrailing().toLowerCase(Locale.ROOT);
    }
}
