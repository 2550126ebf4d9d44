package centrasage.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dependency table of the design, section 4, as a rule. */
final class Dependencies {
    private static final String FLOW = "money flow mapping sync centra sage200";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            area("launch", ""),
            area("money", ""),
            area("flow", "money"),
            area("mapping", "money flow"),
            area("centra", "money flow"),
            area("sage200", "money flow"),
            area("sync", "money flow"),
            area("security", "flow sync"),
            area("desk", "money flow sync"),
            area("orders", FLOW),
            area("payments", FLOW),
            area("dispatch", FLOW),
            area("refunds", FLOW),
            area("stock", FLOW),
            area("catalogue", FLOW),
            area("settlements", "money flow mapping sync sage200"),
            area("reconcile", "money flow mapping sync desk centra sage200"),
            area("jobs", "flow sync"),
            area(
                    "console",
                    "money flow mapping centra sage200 sync security desk orders payments dispatch refunds stock"
                            + " catalogue settlements reconcile jobs"),
            area("startup", "mapping sync security desk reconcile jobs"));

    private Dependencies() {}

    private static Map.Entry<String, Set<String>> area(String name, String uses) {
        return Map.entry(name, Stream.of(uses.split(" ")).collect(Collectors.toSet()));
    }

    static ArchRule keepToTheTable(String base) {
        return classes().should(new ArchCondition<>("use only what the table of the design allows their area") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String area = Code.area(type, base).orElse("");
                if (!MAY_USE.containsKey(area)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " lies in no area of the design's table"));
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForbidden(area, dependency, base))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        });
    }

    private static boolean isForbidden(String area, Dependency dependency, String base) {
        Optional<String> used = Code.area(dependency.getTargetClass().getBaseComponentType(), base);
        return used.filter(name -> !name.equals(area))
                .filter(name -> !MAY_USE.getOrDefault(area, Set.of()).contains(name))
                .isPresent();
    }
}
