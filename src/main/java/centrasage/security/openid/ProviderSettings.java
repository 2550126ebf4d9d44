package centrasage.security.openid;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The provider as {@code signin.oidc.*} describes it.
 *
 * @param title what people call it
 * @param client who we are there, and the proof of it
 * @param callback where it sends browsers back
 * @param claims where its token says what
 * @param roles of ours, each with what the token calls it
 */
record ProviderSettings(
        String issuer, String title, Client client, URI callback, Claims claims, Map<String, Set<String>> roles) {
    private static final String PREFIX = "signin.oidc.";

    record Client(String id, String secret, List<String> scopes) {
        /** Secrets must not end in a log. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    record Claims(String name, String roles) {}

    /** Empty where no provider is set. */
    static Optional<ProviderSettings> of(Config config, Set<String> ours) {
        String issuer = text(config, "issuer");
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        ours.stream().sorted().forEach(role -> roles.put(role, words(text(config, "role." + role), ",")));
        return Optional.of(new ProviderSettings(
                issuer,
                text(config, "title"),
                new Client(
                        text(config, "client-id"),
                        text(config, "client-secret"),
                        List.copyOf(words(text(config, "scopes"), " "))),
                URI.create(text(config, "redirect-uri")),
                new Claims(text(config, "name-claim"), text(config, "roles-claim")),
                roles));
    }

    /** Our roles for theirs. */
    Set<String> ours(Set<String> theirs) {
        return roles.entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(theirs::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(PREFIX + key, String.class).orElse("").strip();
    }

    private static Set<String> words(String text, String between) {
        return Arrays.stream(text.split(between, -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
