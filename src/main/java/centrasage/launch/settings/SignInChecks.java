package centrasage.launch.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of how people sign in, and what they must be together. */
final class SignInChecks {
    /** Where the console waits for a browser that comes back from the company's provider. */
    private static final String CALLBACK = "/connect/openid";

    private static final String ROLE = "signin.oidc.role.";
    private static final List<String> ROLES = List.of("viewer", "cx", "operations", "finance", "administrator");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SignInChecks() {}

    static Stream<Setting> settings() {
        return Stream.concat(
                Stream.of(
                        Setting.of("signin.local", Checks.oneOf("true", "false")),
                        Setting.of("signin.idle", Times.from("PT1S", "P1D")),
                        Setting.of("signin.session-max", Times.from("PT1M", "P7D")),
                        Setting.of("signin.secure-cookies", Checks.oneOf("true", "false")),
                        Setting.of("signin.contact", Checks::text),
                        Setting.of("signin.oidc.issuer", SignInChecks::issuer),
                        Setting.of("signin.oidc.title", Checks::text),
                        Setting.of("signin.oidc.client-id", Checks::text),
                        Setting.of("signin.oidc.client-secret", Checks::text).hidden(),
                        Setting.of("signin.oidc.redirect-uri", SignInChecks::callback),
                        Setting.of("signin.oidc.scopes", SignInChecks::scopes),
                        Setting.of("signin.oidc.name-claim", Checks::text),
                        Setting.of("signin.oidc.roles-claim", Checks::text)),
                ROLES.stream().map(role -> Setting.of(ROLE + role, Checks::text)));
    }

    /** What is missing for the provider, and who would be kept out. */
    static List<String> contradictions(Map<String, String> values) {
        List<String> faults = new ArrayList<>();
        boolean provider = !isBlank(values, "signin.oidc.issuer");
        if (!provider && "false".equalsIgnoreCase(values.get("signin.local"))) {
            faults.add(
                    "signin.local = \"false\": nobody could sign in to the console without signin.oidc.issuer; set that,"
                            + " or signin.local = true");
        }
        if (!provider) {
            return faults;
        }
        Stream.of("signin.oidc.client-id", "signin.oidc.client-secret", "signin.oidc.redirect-uri")
                .filter(key -> isBlank(values, key))
                .map(key -> key + ": is missing, and signin.oidc.issuer needs it")
                .forEach(faults::add);
        if (ROLES.stream().allMatch(role -> isBlank(values, ROLE + role))) {
            faults.add(ROLE + "...: none is set, so nobody whom the provider knows would have a role here; set at least"
                    + " one, such as " + ROLE + "finance = CentraSage.Finance");
        }
        return faults;
    }

    /** Whoever stands between could say who people are. */
    private static Optional<String> issuer(String value) {
        Optional<String> fault = Checks.url(value);
        if (fault.isPresent()) {
            return fault;
        }
        URI issuer = URI.create(value);
        return "https".equals(issuer.getScheme()) || THIS_MACHINE.contains(issuer.getHost())
                ? Optional.empty()
                : Optional.of("must begin with https://, unless it is this machine");
    }

    private static Optional<String> callback(String value) {
        Optional<String> fault = Checks.url(value);
        boolean ours = fault.isPresent() || value.endsWith(CALLBACK) && value.indexOf('?') < 0;
        return ours
                ? fault
                : Optional.of("must end in " + CALLBACK + ", where this application waits for the browser; register for"
                        + " example https://centra-sage200.brand.com" + CALLBACK
                        + " with the provider and set it here");
    }

    private static Optional<String> scopes(String value) {
        return List.of(value.split(" ", -1)).contains("openid")
                ? Optional.empty()
                : Optional.of("must have openid among words with spaces between, such as openid profile");
    }

    private static boolean isBlank(Map<String, String> values, String key) {
        return values.getOrDefault(key, "").isBlank();
    }
}
