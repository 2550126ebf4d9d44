package centrasage.console.api.settlements;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** The mappings in force, or the refusal to whoever needs them. */
@ApplicationScoped
class CurrentMappings {
    private MappingVersions versions;

    @SuppressWarnings("NullAway.Init")
    CurrentMappings() {}

    @Inject
    CurrentMappings(MappingVersions versions) {
        this.versions = versions;
    }

    Mappings now() {
        try {
            return versions.current().mappings();
        } catch (MappingFaults e) {
            throw new Refusal(Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "The mappings cannot be used: " + e.getMessage(),
                    "Mend them, then try again"));
        }
    }
}
