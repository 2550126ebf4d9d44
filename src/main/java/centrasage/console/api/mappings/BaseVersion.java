package centrasage.console.api.mappings;

import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.mapping.version.MappingVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** The version that a change was made from: it must be named, and still be in force, so that nobody's work is overwritten. */
@ApplicationScoped
class BaseVersion {
    private MappingVersions versions;

    @SuppressWarnings("NullAway.Init")
    BaseVersion() {}

    @Inject
    BaseVersion(MappingVersions versions) {
        this.versions = versions;
    }

    /** @param base as the address has it; null where the header names it */
    static int named(@Nullable String base, HttpHeaders headers) {
        String header = Given.text(headers.getHeaderString(HttpHeaders.IF_MATCH));
        String given = base == null ? header : base;
        if (given == null) {
            throw new Refusal(Problem.of(
                    Status.PRECONDITION_REQUIRED,
                    "The version that this change was made from is not named",
                    "Send If-Match with its number, as /api/mappings/export gives it as ETag, or add ?base=number"));
        }
        String number = given.replaceFirst("^W/", "").replaceAll("^\"(.*)\"$", "$1");
        return (int) Given.number(base == null ? "If-Match" : "base", number, 0, Integer.MAX_VALUE);
    }

    void mustBeInForce(int base) {
        if (base != versions.currentNumber()) {
            throw overtaken(base);
        }
    }

    /** Another version came in force. */
    Refusal overtaken(int base) {
        int number = versions.currentNumber();
        String by = versions.version(number)
                .map(version -> " (made by " + version.madeBy() + " at " + version.madeAt() + ")")
                .orElse("");
        return new Refusal(Problem.of(
                Status.PRECONDITION_FAILED,
                "Version " + number + " of the mappings is in force" + by + ", and this change was made from version "
                        + base,
                "See /api/mappings/" + number
                        + " for what it changed, put your change into its files, and send it again"
                        + " with If-Match: \"" + number + "\""));
    }
}
