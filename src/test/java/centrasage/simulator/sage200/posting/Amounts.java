package centrasage.simulator.sage200.posting;

import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Amounts of money as rows hold them: exact, with two decimal places. */
public final class Amounts {
    public static final int PENCE = 2;
    public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(PENCE);

    private Amounts() {}

    /** A field of a row or a body that was checked; 0.00 when it is not there. */
    public static BigDecimal of(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNumber() ? value.decimalValue().setScale(PENCE) : ZERO;
    }

    public static void add(ObjectNode row, String field, BigDecimal change) {
        row.put(field, of(row, field).add(change));
    }

    public static BigDecimal sum(JsonNode rows, String field) {
        BigDecimal sum = ZERO;
        for (JsonNode row : rows) {
            sum = sum.add(of(row, field));
        }
        return sum;
    }

    /** The value that a document is about: Sage takes none that is negative or nothing. */
    public static BigDecimal positive(JsonNode body, String field) {
        BigDecimal value = of(body, field);
        Refused.unless(value.signum() > 0, "'" + field + "' must be above 0.");
        return value;
    }

    public static void mustBe(BigDecimal expected, BigDecimal actual, String what) {
        Refused.unless(
                expected.compareTo(actual) == 0,
                what + " must add up to " + expected.toPlainString() + ", not to " + actual.toPlainString() + ".");
    }

    public static void required(ObjectNode body, String... fields) {
        for (String field : fields) {
            Refused.unless(body.has(field), "'" + field + "' is required.");
        }
    }
}
