package centrasage.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Who may use whom: the table of the design, section 4. */
class DependenciesTest {
    private static ArchRule noCycles(String base) {
        return slices().matching(base + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule nobodyUsesTheConsole(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".console..");
    }

    private static ArchRule launcherNeedsNothing(String base) {
        return classes()
                .that()
                .resideInAPackage(base + ".launch..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(base + ".launch..", "java..", "fish.payara.micro..", "org.jspecify.."));
    }

    private static ArchRule simulatorsStandAlone(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(base + "..").and(resideOutsideOfPackages(base + ".simulator..")));
    }

    private static ArchRule nothingUsesTheSimulators(String base) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + ".simulator..");
    }

    @Test
    void packages_form_no_cycle() {
        noCycles(Code.BASE).check(Code.main());
        assertThat(noCycles(Code.FIXTURE).evaluate(Code.violations()).hasViolation())
                .isTrue();
    }

    @Test
    void every_package_keeps_to_the_table_of_the_design() {
        Dependencies.keepToTheTable(Code.BASE).check(Code.main());
        assertThat(Dependencies.keepToTheTable(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("fixture.money.Purse"))
                .anyMatch(detail -> detail.contains("fixture.orders.AskingPlanner"));
    }

    @Test
    void nobody_depends_on_the_console() {
        nobodyUsesTheConsole(Code.BASE).check(Code.main());
        assertThat(nobodyUsesTheConsole(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .hasViolation())
                .isTrue();
    }

    @Test
    void the_launcher_uses_the_jdk_and_payaras_boot_api_alone() {
        launcherNeedsNothing(Code.BASE).check(Code.main());
        assertThat(launcherNeedsNothing(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .hasViolation())
                .isTrue();
    }

    @Test
    void simulators_share_nothing_with_the_application() {
        simulatorsStandAlone(Code.BASE).check(Code.simulators());
        nothingUsesTheSimulators(Code.BASE).allowEmptyShould(true).check(Code.main());
        assertThat(simulatorsStandAlone(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .hasViolation())
                .isTrue();
        assertThat(nothingUsesTheSimulators(Code.FIXTURE)
                        .evaluate(Code.violations())
                        .hasViolation())
                .isTrue();
    }
}
