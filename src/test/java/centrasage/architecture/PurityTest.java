package centrasage.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deciding is pure: no container, no database, no wire, no clock and no file wherever a plan is made. */
class PurityTest {
    private static final String[] OUTSIDE = {"jakarta..", "java.sql..", "javax.sql..", "java.net.http..", "..client.."};

    private static ArchRule valuesArePure(String base) {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".money..", base + ".flow..", base + ".mapping..")
                .and()
                .resideOutsideOfPackage(base + ".mapping.version..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(OUTSIDE).or(resideInAnyPackage("org.eclipse.microprofile..")));
    }

    /** Everything of ours that a planner reaches, as deep as it goes. */
    private static ArchRule plannersArePure(String base) {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Planner")
                .should(new ArchCondition<>("reach nothing that asks the world") {
                    @Override
                    public void check(JavaClass planner, ConditionEvents events) {
                        reached(planner, base)
                                .forEach(type -> type.getDirectDependenciesFromSelf().stream()
                                        .filter(dependency -> isImpure(dependency.getTargetClass(), base))
                                        .forEach(dependency -> events.add(SimpleConditionEvent.violated(
                                                dependency,
                                                planner.getSimpleName() + " reaches " + dependency.getDescription()))));
                    }
                });
    }

    private static Set<JavaClass> reached(JavaClass planner, String base) {
        Set<JavaClass> reached = new LinkedHashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(Set.of(planner));
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (reached.add(type)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getPackageName().startsWith(base + "."))
                        .forEach(open::push);
            }
        }
        return reached;
    }

    private static boolean isImpure(JavaClass target, String base) {
        return DescribedPredicate.or(
                                resideInAnyPackage(OUTSIDE),
                                resideInAnyPackage(
                                        "java.nio.file..",
                                        "org.eclipse.microprofile..",
                                        base + ".sync..",
                                        base + ".desk..",
                                        base + ".jobs.."))
                        .test(target)
                || target.isEquivalentTo(Clock.class)
                || target.isEquivalentTo(File.class);
    }

    @Test
    void money_flow_and_mappings_know_no_container_database_or_wire() {
        valuesArePure(Code.BASE).check(Code.main());
        assertThat(valuesArePure(Code.FIXTURE).evaluate(Code.violations()).hasViolation())
                .isTrue();
    }

    @Test
    void planners_reach_nothing_that_asks_the_world() {
        plannersArePure(Code.BASE).check(Code.main());
        assertThat(plannersArePure(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("java.nio.file.Files"))
                .anyMatch(detail -> detail.contains("java.time.Clock"));
    }
}
