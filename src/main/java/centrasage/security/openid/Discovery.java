package centrasage.security.openid;

import centrasage.security.openid.Returned.Kind;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself at its well-known address: asked for when it is first needed and every hour, never at the
 * start, so that a provider that is down keeps nobody else out. What was heard before counts while it does not answer.
 */
final class Discovery {
    static final int CONNECT_MILLIS = 5_000;
    static final int READ_MILLIS = 10_000;

    private static final Duration FRESH = Duration.ofHours(1);

    private final ProviderSettings settings;
    private final Clock clock;
    private @Nullable Heard heard;

    Discovery(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Heard(OIDCProviderMetadata metadata, Tokens tokens, Instant at) {}

    OIDCProviderMetadata metadata() throws ProviderRefused {
        return heard().metadata();
    }

    Tokens tokens() throws ProviderRefused {
        return heard().tokens();
    }

    /** Where the provider's own session is ended, as far as it was heard already; asks nobody. */
    synchronized Optional<URI> endSession() {
        return Optional.ofNullable(heard)
                .flatMap(known -> Optional.ofNullable(known.metadata().getEndSessionEndpointURI()));
    }

    private synchronized Heard heard() throws ProviderRefused {
        Heard known = heard;
        Instant now = clock.instant();
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        try {
            Heard fresh = ask(known, now);
            heard = fresh;
            return fresh;
        } catch (IOException | GeneralException e) {
            if (known != null) {
                return known;
            }
            throw new ProviderRefused(
                    Kind.UNAVAILABLE, settings.issuer() + " does not say how to sign in there: " + e.getMessage());
        }
    }

    private Heard ask(@Nullable Heard before, Instant now) throws IOException, GeneralException {
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), CONNECT_MILLIS, READ_MILLIS);
        URI keys = metadata.getJWKSetURI();
        boolean isKnown = before != null && before.metadata().getJWKSetURI().equals(keys);
        return new Heard(metadata, before != null && isKnown ? before.tokens() : tokens(keys), now);
    }

    private Tokens tokens(URI keys) throws MalformedURLException {
        return Tokens.signedBy(
                keys.toURL(), new Issuer(settings.issuer()), settings.client().id());
    }
}
