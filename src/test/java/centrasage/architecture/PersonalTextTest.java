package centrasage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds a customer's words never shows them when it is written into a log or a message: every record of the areas that
 * see them is made with a mark in each place where such words can stand, however deep, and asked how it reads.
 */
class PersonalTextTest {
    private static final String MARK = "Zoë Müller, 1 Łódź Street";
    private static final Set<String> AREAS = Set.of("flow", "sync", "centra", "sage200", "orders");

    /** Names of components in which a customer's words stand, or a whole document that holds them. */
    private static final Set<String> WORDS = Set.of(
            "text",
            "document",
            "body",
            "comment",
            "description",
            "inFull",
            "companyName",
            "attention",
            "firstName",
            "lastName",
            "email",
            "address1",
            "address2",
            "address3",
            "address4",
            "city",
            "county",
            "stateOrProvince",
            "zipCode",
            "postcode",
            "phoneNumber",
            "telephone",
            "vatNumber",
            "taxNumber",
            "postalName",
            "contact");

    /** Their text is ours, or what a colleague looks for. */
    private static final Set<String> HARMLESS = Set.of("Query", "Filter");

    static Stream<Class<?>> records() {
        return Code.main().stream()
                .filter(JavaClass::isRecord)
                .filter(type ->
                        Code.area(type, Code.BASE).filter(AREAS::contains).isPresent())
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> holdsWords(type, 0))
                .sorted(Comparator.comparing(Class::getName));
    }

    private static boolean holdsWords(Class<?> type, int depth) {
        return depth < 6
                && !HARMLESS.contains(type.getSimpleName())
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> isWords(component)
                                || involved(component.getGenericType())
                                        .anyMatch(other -> other.isRecord() && holdsWords(other, depth + 1)));
    }

    private static boolean isWords(RecordComponent component) {
        return component.getType() == JsonObject.class
                || WORDS.contains(component.getName())
                        && involved(component.getGenericType()).anyMatch(String.class::equals);
    }

    private static Stream<Class<?>> involved(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(PersonalTextTest::involved);
        }
        if (!(type instanceof Class<?> plain)) {
            return Stream.empty();
        }
        return plain.isSealed() ? Arrays.stream(plain.getPermittedSubclasses()) : Stream.of(plain);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_does_not_show_the_customers_words(Class<?> type) throws ReflectiveOperationException {
        assertThat(made(type).toString()).doesNotContain(MARK).doesNotContain("Łódź");
    }

    @Test
    void the_records_that_hold_most_are_among_them() {
        assertThat(records().map(Class::getSimpleName))
                .contains("Command", "Claimed", "Planned", "Staged", "Received", "NewSalesOrder", "Order", "RawOrder")
                .doesNotContain("Reason", "PostingKey");
    }

    /** A record of the kind that this test is about. */
    private record Careless(String text) {}

    @Test
    void a_record_that_shows_them_is_found() throws ReflectiveOperationException {
        assertThat(holdsWords(Careless.class, 0)).isTrue();
        assertThat(made(Careless.class).toString()).contains(MARK);
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), isWords(components[i]) ? MARK : "x");
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static @Nullable Object value(Type type, String text) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), text);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && plain != Money.class) {
            return made(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isSealed()) {
            return value(plain.getPermittedSubclasses()[0], text);
        }
        return SIMPLE.containsKey(plain) ? SIMPLE.get(plain) : ofText(plain, text);
    }

    private static @Nullable Object ofText(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        return type == JsonObject.class
                ? Json.createObjectBuilder().add("name", text).build()
                : null;
    }

    private static @Nullable Object generic(Class<?> raw, Type[] of, String text) throws ReflectiveOperationException {
        if (raw == Map.class) {
            return Map.of();
        }
        Object element = value(of[0], text);
        if (element == null) {
            return raw == List.class ? List.of() : null;
        }
        return raw == List.class ? List.of(element) : raw == Optional.class ? Optional.of(element) : null;
    }

    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(ZoneOffset.class, ZoneOffset.UTC),
            Map.entry(URI.class, URI.create("https://brand.example")),
            Map.entry(Currency.class, Currency.getInstance("GBP")),
            Map.entry(Money.class, Money.of("1.00", "GBP")));
}
