package centrasage.console.api.problem;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as given in an address; what cannot be read is refused by name, value and remedy. */
public final class Given {
    public static final String DEFAULT_LIMIT = "50";
    private static final int MOST = 200;

    private Given() {}

    /** Null when nothing is given, which means any. */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text.trim().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Problem.with(field, text, "there is no such " + field, "Use one of " + names(type))));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }

    public static boolean flag(String field, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new Refusal(Problem.with(field, text, "is neither true nor false", "Give true or false"));
        }
        return text.equals("true");
    }

    /** How many a page holds. */
    public static int limit(String text) {
        return (int) number("limit", text, 1, MOST);
    }

    public static long id(String text) {
        return number("id", text, 0, Long.MAX_VALUE);
    }

    /** Ids below this one; any when nothing is given. */
    public static long before(@Nullable String text) {
        return text == null || text.isBlank() ? Long.MAX_VALUE : number("before", text, 0, Long.MAX_VALUE);
    }

    /** Ids above this one; any when nothing is given. */
    public static long after(@Nullable String text) {
        return text == null || text.isBlank() ? 0 : number("after", text, 0, Long.MAX_VALUE);
    }

    /** The address of another page of the same list. */
    public static String page(UriInfo uri, String parameter, Object value) {
        URI next =
                uri.getRequestUriBuilder().replaceQueryParam(parameter, value).build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    public static long number(String field, String text, long least, long most) {
        String remedy = "Give a whole number from " + least + (most == Long.MAX_VALUE ? " on" : " to " + most);
        try {
            long number = Long.parseLong(text.trim());
            if (number >= least && number <= most) {
                return number;
            }
            throw new Refusal(Problem.with(field, text, "is out of range", remedy));
        } catch (NumberFormatException e) {
            throw new Refusal(Problem.with(field, text, "is not a whole number", remedy));
        }
    }
}
