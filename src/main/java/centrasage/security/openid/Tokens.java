package centrasage.security.openid;

import centrasage.security.openid.Returned.Kind;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URL;
import java.time.Duration;
import java.util.Set;

/**
 * Checks tokens: signature, issuer, audience, time, nonce. The provider's keys are kept; one that is not known is fetched,
 * so that a change of keys needs no restart, but not more than twice in two minutes, however many tokens ask for it.
 */
final class Tokens {
    private static final int SKEW_SECONDS = 60;
    private static final int KEYS_MOST_BYTES = 500_000;
    private static final Duration KEYS_FRESH = Duration.ofMinutes(15);
    private static final Duration KEYS_WAIT = Duration.ofSeconds(15);
    /** The library lets two requests pass within each interval: once a minute on average, and at once after the first. */
    private static final Duration TWO_REQUESTS = Duration.ofMinutes(2);
    /** Keys in force go on counting while their address does not answer. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    /** What only the holder of a private key can sign: neither none nor our own secret is one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final IDTokenValidator validator;

    private Tokens(IDTokenValidator validator) {
        this.validator = validator;
    }

    static Tokens signedBy(URL keys, Issuer issuer, String clientId) {
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                        keys,
                        new DefaultResourceRetriever(Discovery.CONNECT_MILLIS, Discovery.READ_MILLIS, KEYS_MOST_BYTES))
                .cache(KEYS_FRESH.toMillis(), KEYS_WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(TWO_REQUESTS.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
        IDTokenValidator validator = new IDTokenValidator(
                issuer, new ClientID(clientId), new JWSVerificationKeySelector<>(ALGORITHMS, source), null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return new Tokens(validator);
    }

    /** What the token says, if it is one for us and for this attempt. */
    IDTokenClaimsSet checked(JWT token, String nonce) throws ProviderRefused {
        try {
            return validator.validate(token, new Nonce(nonce));
        } catch (RemoteKeySourceException e) {
            throw new ProviderRefused(Kind.UNAVAILABLE, "the provider's keys cannot be had: " + e.getMessage());
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderRefused(Kind.NOT_TAKEN, "the provider's token does not hold: " + e.getMessage());
        }
    }
}
