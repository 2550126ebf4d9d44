package centrasage.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What never stands in our code: floating-point amounts, the machine's clock, leaking entities, names that say nothing. */
class SignaturesTest {
    private static final Set<String> FLOATING =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "java.util.OptionalDouble");
    private static final Set<String> TIMES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    /** The producer of the application's clock; and the launcher, which is there before any container. */
    private static final Set<String> GIVE_THE_CLOCK = Set.of("SystemClock", "Launcher");

    private static final ArchRule EXACT_FIELDS =
            fields().should(holdTrue("be exact", (JavaField field) -> isExact(Stream.of(field.getType()))));

    private static final ArchRule EXACT_CODE = codeUnits()
            .should(holdTrue(
                    "be exact",
                    (JavaCodeUnit unit) -> isExact(
                            Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()))));

    private static final ArchRule CLOCKS_ARE_GIVEN = noClasses()
            .should()
            .accessTargetWhere(
                    DescribedPredicate.describe("the machine's clock is asked", SignaturesTest::asksTheMachine));

    private static final ArchRule ENTITIES_ARE_HIDDEN =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    private static final ArchRule ENTITIES_STAY = methods()
            .that()
            .arePublic()
            .or()
            .areProtected()
            .should(holdTrue(
                    "return no entity",
                    (JavaMethod method) ->
                            types(method.getReturnType()).noneMatch(type -> type.isAnnotatedWith(Entity.class))));

    private static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Processor|Handler)");

    private static <T extends HasName.AndFullName> ArchCondition<T> holdTrue(String what, Predicate<T> test) {
        return new ArchCondition<>(what) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(item, test.test(item), item.getFullName() + " does not: " + what));
            }
        };
    }

    private static boolean isExact(Stream<JavaType> types) {
        return types.flatMap(SignaturesTest::types).noneMatch(type -> FLOATING.contains(type.getName()));
    }

    private static Stream<JavaClass> types(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    /** Now in a zone is now as well; a clock that is given, and the one place that gives it, are not meant. */
    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean now = access.getName().equals("now")
                && TIMES.contains(owner)
                && !access.getTarget().getFullName().endsWith("(java.time.Clock)");
        boolean clock = owner.equals("java.time.Clock") && access.getName().startsWith("system");
        return now
                || clock && !GIVE_THE_CLOCK.contains(access.getOriginOwner().getSimpleName())
                || owner.equals("java.lang.System") && access.getName().equals("currentTimeMillis")
                || owner.equals("java.util.Date")
                        && access.getTarget().getFullName().endsWith("<init>()");
    }

    @Test
    void no_signature_has_a_floating_point_number() {
        EXACT_FIELDS.check(Code.main());
        EXACT_CODE.check(Code.main());
        assertThat(EXACT_FIELDS.evaluate(Code.violations()).hasViolation()).isTrue();
        assertThat(EXACT_CODE.evaluate(Code.violations()).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("Purse.tip"))
                .anyMatch(detail -> detail.contains("Purse.rates"));
    }

    @Test
    void nobody_asks_the_machine_for_the_time() {
        CLOCKS_ARE_GIVEN.check(Code.main());
        assertThat(CLOCKS_ARE_GIVEN
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("Purse.openedAt"))
                .anyMatch(detail -> detail.contains("Purse.clock"))
                .anyMatch(detail -> detail.contains("Purse.millis"))
                .anyMatch(detail -> detail.contains("Purse.today"))
                .anyMatch(detail -> detail.contains("Asker.answer"));
    }

    @Test
    void entities_never_leave_their_package() {
        ENTITIES_ARE_HIDDEN.check(Code.main());
        ENTITIES_STAY.check(Code.main());
        assertThat(ENTITIES_ARE_HIDDEN.evaluate(Code.violations()).hasViolation())
                .isTrue();
        assertThat(ENTITIES_STAY.evaluate(Code.violations()).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("DeskManager.notes"));
        assertThat(Code.main().stream().filter(type -> type.isAnnotatedWith(Entity.class)))
                .allMatch(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
                .isNotEmpty();
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        NAMES_SAY_SOMETHING.check(Code.main());
        assertThat(NAMES_SAY_SOMETHING.evaluate(Code.violations()).hasViolation())
                .isTrue();
    }
}
