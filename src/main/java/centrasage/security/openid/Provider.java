package centrasage.security.openid;

import centrasage.security.openid.Returned.Kind;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The conversation with the provider, in the words of the library. */
final class Provider {
    private static final int SERVER_ERROR = 500;

    private final ProviderSettings settings;
    private final Discovery discovery;

    Provider(ProviderSettings settings, Discovery discovery) {
        this.settings = settings;
        this.discovery = discovery;
    }

    /** Where the browser goes to sign in. */
    URI address(Attempt attempt) throws ProviderRefused {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(scopes()), clientId(), settings.callback())
                .endpointURI(discovery.metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    private String[] scopes() {
        return settings.client().scopes().toArray(String[]::new);
    }

    /** Redeems the code and checks the token that comes for it. */
    IDTokenClaimsSet redeem(String code, Attempt attempt) throws ProviderRefused {
        OIDCProviderMetadata metadata = discovery.metadata();
        TokenRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        proof(metadata),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), settings.callback(), new CodeVerifier(attempt.verifier())))
                .build();
        return discovery.tokens().checked(token(request), attempt.nonce());
    }

    private static JWT token(TokenRequest request) throws ProviderRefused {
        HTTPRequest call = request.toHTTPRequest();
        call.setConnectTimeout(Discovery.CONNECT_MILLIS);
        call.setReadTimeout(Discovery.READ_MILLIS);
        call.setFollowRedirects(false);
        try {
            HTTPResponse response = call.send();
            if (response.getStatusCode() >= SERVER_ERROR) {
                throw new ProviderRefused(Kind.UNAVAILABLE, "the provider answered " + response.getStatusCode());
            }
            TokenResponse answer = OIDCTokenResponseParser.parse(response);
            if (!answer.indicatesSuccess()) {
                String code = answer.toErrorResponse().getErrorObject().getCode();
                throw new ProviderRefused(Kind.NOT_TAKEN, "the provider does not take the code: " + code);
            }
            return idToken(answer.toSuccessResponse().getTokens());
        } catch (IOException e) {
            throw new ProviderRefused(Kind.UNAVAILABLE, "the provider gave no answer for the code: " + e.getMessage());
        } catch (ParseException e) {
            throw new ProviderRefused(Kind.NOT_TAKEN, "the provider's answer for the code is none of OpenID Connect's");
        }
    }

    private static JWT idToken(com.nimbusds.oauth2.sdk.token.Tokens tokens) throws ProviderRefused {
        JWT token = tokens.toOIDCTokens().getIDToken();
        if (token == null) {
            throw new ProviderRefused(
                    Kind.NOT_TAKEN, "the provider gave no ID token; openid must be in signin.oidc.scopes");
        }
        return token;
    }

    /** Basic where the provider takes it, which it does where it does not say. */
    private ClientAuthentication proof(OIDCProviderMetadata metadata) {
        Secret secret = new Secret(settings.client().secret());
        List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
        return taken == null || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(clientId(), secret)
                : new ClientSecretPost(clientId(), secret);
    }

    private ClientID clientId() {
        return new ClientID(settings.client().id());
    }
}
