package centrasage.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import centrasage.sync.database.Atomic;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** A transaction begins where another bean calls: a method that is called by its own class has none of its own. */
class AtomicTest {
    @Test
    void what_is_atomic_is_never_called_by_its_own_class_from_outside_a_transaction() {
        methods()
                .that()
                .areAnnotatedWith(Atomic.class)
                .should(new ArchCondition<>("be called by its own class within a transaction only") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getCallsOfSelf().stream()
                                .filter(call -> call.getOriginOwner().equals(method.getOwner()))
                                .filter(call -> call.getOrigin() instanceof JavaMethod origin
                                        && !origin.isAnnotatedWith(Atomic.class)
                                        && isReachedFromOutside(origin))
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.violated(method, call.getDescription())));
                    }
                })
                .check(Code.main());
    }

    private static boolean isReachedFromOutside(JavaMethod origin) {
        return origin.getCallsOfSelf().stream()
                .anyMatch(call -> !call.getOriginOwner().equals(origin.getOwner()));
    }
}
