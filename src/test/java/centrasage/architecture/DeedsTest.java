package centrasage.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import org.junit.jupiter.api.Test;

/** Everybody who is signed in may look; who may do something is said at each deed. */
class DeedsTest {
    /** Interfaces are what we call others through. */
    private static final ArchRule DEEDS_NAME_ROLES = methods()
            .that()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .and(annotatedWith(POST.class)
                    .or(annotatedWith(PUT.class))
                    .or(annotatedWith(DELETE.class))
                    .or(annotatedWith(PATCH.class)))
            .should()
            .beAnnotatedWith(RolesAllowed.class);

    @Test
    void every_deed_of_the_api_names_the_roles_that_may() {
        DEEDS_NAME_ROLES.check(Code.main());
        assertThat(DEEDS_NAME_ROLES
                        .evaluate(Code.violations())
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("LooseApi.erase");
    }
}
