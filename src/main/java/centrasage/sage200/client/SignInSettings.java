package centrasage.sage200.client;

import java.net.URI;
import java.time.Period;
import org.eclipse.microprofile.config.Config;

/**
 * Where Sage ID is and as whom we come to it.
 *
 * @param redirectUri our callback, as registered with Sage
 * @param life how long an administrator's consent lasts: what was chosen on Sage's form, 90 days at most
 */
record SignInSettings(
        String clientId, String clientSecret, URI authorizeUrl, URI tokenUrl, String redirectUri, Period life) {

    static SignInSettings of(Config config) {
        return new SignInSettings(
                text(config, "sage200.client-id"),
                text(config, "sage200.client-secret"),
                config.getValue("sage200.authorize-url", URI.class),
                config.getValue("sage200.token-url", URI.class),
                text(config, "sage200.redirect-uri"),
                config.getValue("sage200.sign-in-life", Period.class));
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }
}
