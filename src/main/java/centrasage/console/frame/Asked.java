package centrasage.console.frame;

import jakarta.faces.context.FacesContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the address of a page asks for, or the form that was sent from it. Read kindly: what is wrong is left out, because an
 * old bookmark is no failure.
 */
public record Asked(Map<String, String> parts) {
    private static final int PAGE_MAX = 100_000;
    private static final int LENGTH_MAX = 1_000;

    /** What this request asks for. */
    public static Asked now() {
        return new Asked(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    }

    /** Empty where it is missing, blank, or longer than anything that is worth looking for. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parts.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LENGTH_MAX);
    }

    public <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
        return text(name).flatMap(text -> value(text, type));
    }

    /** Every value of a list such as {@code HELD,REFUSED} that there is; a set of the caller's own. */
    public <E extends Enum<E>> Set<E> all(String name, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        text(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .forEach(each -> value(each, type).ifPresent(values::add));
        return values;
    }

    private static <E extends Enum<E>> Optional<E> value(String name, Class<E> type) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(wanted))
                .findFirst();
    }

    public Optional<Long> id(String name) {
        return text(name).filter(digits -> digits.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** A day such as {@code 2026-11-23}. */
    public Optional<LocalDate> day(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /** The part {@code page}: 1 where it does not say. */
    public int page() {
        return id("page")
                .filter(number -> number >= 1 && number <= PAGE_MAX)
                .map(Long::intValue)
                .orElse(1);
    }

    /** The address of this page with those of its parts that it keeps. */
    public Address address(String page, String... kept) {
        Address address = Address.of(page);
        for (String name : kept) {
            address = address.with(name, text(name).orElse(null));
        }
        return address;
    }
}
