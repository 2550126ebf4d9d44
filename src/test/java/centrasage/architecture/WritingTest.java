package centrasage.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Target;
import centrasage.sync.database.Atomic;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What "exactly once" rests on: one place that writes to Sage 200, and a core that needs no container to be simulated. */
class WritingTest {
    /** Sage takes this one question by POST; it writes nothing. */
    private static final String QUESTION = "transaction_date_validation";

    private static ArchRule sageIsReadByItsInterface(String base) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleName("SageApi")
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(base + ".sage200..")
                .should(new ArchCondition<>("only read") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean asks = method.isAnnotatedWith(POST.class)
                                && method.isAnnotatedWith(Path.class)
                                && method.getAnnotationOfType(Path.class)
                                        .value()
                                        .equals(QUESTION);
                        boolean writes = Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class)
                                .anyMatch(method::isAnnotatedWith);
                        boolean reads = method.isAnnotatedWith(GET.class) && !writes;
                        events.add(
                                new SimpleConditionEvent(method, reads || asks, method.getFullName() + " may write"));
                    }
                });
    }

    private static ArchRule onlyTheWireConnects(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .haveNameNotMatching(".*\\.Wire(\\$.*)?")
                .and()
                .haveNameNotMatching(".*\\.HttpsFetch(\\$.*)?") // reads files of payment providers
                .and()
                .haveNameNotMatching(".*\\.Outward(\\$.*)?") // tells chats and a switch outside
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..");
    }

    private static ArchRule postOnceIsPlain(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".sync.posting..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "java.sql..", "javax.sql..", "org.eclipse.microprofile..", base + ".sync.store..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class);
    }

    /** See docs/decisions/our-own-transaction-interceptor.md. */
    private static ArchRule transactionsAreOurs(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactional.class);
    }

    /** A database must not be kept waiting for an answer from the other end of a line. */
    private static ArchRule whoKeepsATransactionAsksNobody(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .containAnyMethodsThat(annotatedWith(Atomic.class))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..client..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Target.class);
    }

    /** On a type it would be taken for a promise that nobody keeps: what a method asks for is read from the method. */
    private static final ArchRule ATOMIC_ARE_METHODS =
            noClasses().that().areNotAnnotatedWith(Interceptor.class).should().beAnnotatedWith(Atomic.class);

    @Test
    void sage_200_is_written_to_by_one_class_alone() {
        sageIsReadByItsInterface(Code.BASE).check(Code.main());
        onlyTheWireConnects(Code.BASE).check(Code.main());
        assertThat(sageIsReadByItsInterface(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("SageApi.write"))
                .noneMatch(detail -> detail.contains("SageApi.read"));
        assertThat(onlyTheWireConnects(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("SecondWire"));
    }

    @Test
    void post_once_and_its_lanes_need_no_container() {
        postOnceIsPlain(Code.BASE).check(Code.main());
        assertThat(postOnceIsPlain(Code.FIXTURE).evaluate(Code.violations()).hasViolation())
                .isTrue();
    }

    @Test
    void atomic_stands_on_methods_and_on_no_type_but_the_interceptor() {
        ATOMIC_ARE_METHODS.check(Code.main());
        assertThat(ATOMIC_ARE_METHODS
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("WholeBean");
    }

    @Test
    void transactions_are_begun_by_our_own_interceptor() {
        transactionsAreOurs(Code.BASE).check(Code.main());
        assertThat(transactionsAreOurs(Code.FIXTURE).evaluate(Code.violations()).hasViolation())
                .isTrue();
    }

    @Test
    void a_bean_that_begins_transactions_asks_nobody_over_a_line() {
        whoKeepsATransactionAsksNobody(Code.BASE).check(Code.main());
        assertThat(whoKeepsATransactionAsksNobody(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("AskingBean"));
    }
}
