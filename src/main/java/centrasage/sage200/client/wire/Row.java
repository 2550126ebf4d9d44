package centrasage.sage200.client.wire;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/** One JSON object of Sage's, read tolerantly where a field may be absent and strictly where it may not. */
public record Row(JsonObject json) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Row" + json.keySet();
    }

    /** A field that we cannot do without is absent or of another type. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Malformed(String field) {
            super("the answer has no usable " + field);
        }
    }

    public long id(String field) {
        try {
            return decimal(field).longValueExact();
        } catch (ArithmeticException e) {
            throw new Malformed(field);
        }
    }

    public BigDecimal decimal(String field) {
        if (json.get(field) instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        throw new Malformed(field);
    }

    public Optional<BigDecimal> optionalDecimal(String field) {
        return json.get(field) instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }

    /** Empty for what is no whole number, too. */
    public Optional<Long> optionalId(String field) {
        return json.get(field) instanceof JsonNumber number && number.isIntegral()
                ? Optional.of(number.longValueExact())
                : Optional.empty();
    }

    /** Stripped: fixed-length columns come padded. */
    public String text(String field) {
        return optionalText(field).orElseThrow(() -> new Malformed(field));
    }

    public Optional<String> optionalText(String field) {
        return json.get(field) instanceof JsonString string
                ? Optional.of(string.getString().strip())
                : Optional.empty();
    }

    /** Absent counts as false, as Sage's own defaults do. */
    public boolean isTrue(String field) {
        return JsonValue.TRUE.equals(json.get(field));
    }

    public boolean isFalse(String field) {
        return JsonValue.FALSE.equals(json.get(field));
    }

    public Optional<Row> child(String field) {
        return json.get(field) instanceof JsonObject object ? Optional.of(new Row(object)) : Optional.empty();
    }
}
