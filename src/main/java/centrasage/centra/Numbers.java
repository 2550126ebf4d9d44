package centrasage.centra;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as exact decimals of their text. Binary floating point is never on the way. */
final class Numbers {
    /** More than any currency, rate or id needs, and little enough that no calculation with it grows without bound. */
    private static final int DIGITS_MAX = 40;

    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /** Also a number in quotes, as some versions write ids; null when it is no number, or an absurd one. */
    static @Nullable BigDecimal exact(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return bounded(number.bigDecimalValue());
        }
        return value instanceof JsonString text ? ofText(text.getString()) : null;
    }

    static @Nullable Long whole(JsonValue value) {
        BigDecimal number = exact(value);
        if (number == null || number.abs().compareTo(LONG_MAX) > 0) {
            return null;
        }
        return number.stripTrailingZeros().scale() <= 0 ? number.longValueExact() : null;
    }

    static @Nullable Integer count(JsonValue value) {
        Long whole = whole(value);
        return whole == null || whole < 0 || whole > Integer.MAX_VALUE ? null : whole.intValue();
    }

    private static @Nullable BigDecimal ofText(String text) {
        try {
            return text.length() > DIGITS_MAX ? null : bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        boolean absurd = number.precision() > DIGITS_MAX || Math.abs((long) number.scale()) > DIGITS_MAX;
        return absurd ? null : number;
    }
}
