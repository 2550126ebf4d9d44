package centrasage.security.openid;

import centrasage.security.openid.Returned.Kind;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token says of a person, in our words. */
final class Claimed {
    /** What the store and the pages can hold of a name. */
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@#+'-]{0,79}";

    private final ProviderSettings settings;

    Claimed(ProviderSettings settings) {
        this.settings = settings;
    }

    /** Also of somebody without a role here: who that is must be told apart from who it is not. */
    Identity identity(IDTokenClaimsSet token) throws ProviderRefused {
        String name =
                String.valueOf(claim(token, settings.claims().name())).strip().toLowerCase(Locale.ROOT);
        if (!name.matches(NAME) || name.equals("null")) {
            throw new ProviderRefused(
                    Kind.NOT_TAKEN,
                    "the token's " + settings.claims().name()
                            + " (signin.oidc.name-claim) is missing or cannot be the name of an account");
        }
        String subject = token.getIssuer().getValue() + " " + token.getSubject().getValue();
        return new Identity(subject, name, settings.ours(theirs(token)));
    }

    private Set<String> theirs(IDTokenClaimsSet token) {
        Object said = claim(token, settings.claims().roles());
        return said instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.toSet())
                : said == null ? Set.of() : Set.of(said.toString());
    }

    /** A claim by its name, or by a path such as {@code realm_access.roles}. */
    private static @Nullable Object claim(IDTokenClaimsSet token, String name) {
        Object whole = token.getClaim(name);
        if (whole != null || name.indexOf('.') < 0) {
            return whole;
        }
        Object part = token.toJSONObject();
        for (String step : name.split("\\.", -1)) {
            part = part instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return part;
    }
}
