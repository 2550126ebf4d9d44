package centrasage.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.database.Atomic;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/**
 * A transaction begins where another bean calls: what a bean calls of its own, or names by a method reference, runs without one in the
 * server. Tests that wrap beans themselves do not notice.
 */
class AtomicTest {
    private static final ArchRule BEGUN_BY_ANOTHER_BEAN = methods()
            .that()
            .areAnnotatedWith(Atomic.class)
            .should(new ArchCondition<>("be called by their own class within a transaction only") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getAccessesToSelf().stream()
                            .filter(access -> access.getOriginOwner().equals(method.getOwner()))
                            .filter(access -> access.getOrigin() instanceof JavaMethod origin
                                    && !origin.isAnnotatedWith(Atomic.class)
                                    && isReachedFromOutside(origin))
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(method, access.getDescription())));
                }
            });

    private static boolean isReachedFromOutside(JavaMethod origin) {
        return origin.getAccessesToSelf().stream()
                .anyMatch(access -> !access.getOriginOwner().equals(origin.getOwner()));
    }

    @Test
    void no_bean_begins_a_transaction_by_calling_itself() {
        BEGUN_BY_ANOTHER_BEAN.check(Code.main());
    }

    @Test
    void a_call_and_a_reference_are_both_found() {
        assertThat(BEGUN_BY_ANOTHER_BEAN
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .anyMatch(found -> found.contains("callsItself"))
                .anyMatch(found -> found.contains("namesItself"));
    }
}
