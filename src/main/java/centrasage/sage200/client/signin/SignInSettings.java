package centrasage.sage200.client.signin;

import java.net.URI;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/**
 * Where Sage ID is and as whom we come to it.
 *
 * @param redirectUri our callback, as registered with Sage
 * @param life how long an administrator's consent lasts: what was chosen on Sage's form, 90 days at most
 * @param zone in which people are told the day on which it ends
 */
record SignInSettings(
        SignInWay way,
        String clientId,
        String clientSecret,
        URI authorizeUrl,
        URI tokenUrl,
        String redirectUri,
        Period life,
        ZoneId zone) {

    static SignInSettings of(Config config) {
        return new SignInSettings(
                SignInWay.of(config.getValue("sage200.auth", String.class)),
                text(config, "sage200.client-id"),
                text(config, "sage200.client-secret"),
                config.getValue("sage200.authorize-url", URI.class),
                config.getValue("sage200.token-url", URI.class),
                text(config, "sage200.redirect-uri"),
                config.getValue("sage200.sign-in-life", Period.class),
                config.getValue("schedule.time-zone", ZoneId.class));
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }
}
