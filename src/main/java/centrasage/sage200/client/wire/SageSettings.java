package centrasage.sage200.client.wire;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Where Sage 200 is and how patient we are with it.
 *
 * @param url the base of the API without a trailing slash; resources are appended
 * @param site sent as {@code X-Site}
 * @param lockPattern what a record lock looks like in an error body: the wording is not documented anywhere
 * @param lookupsRefresh how old a company's look-ups may become
 * @param clockSkew how far Sage's clock may be from ours
 */
public record SageSettings(
        String url,
        String site,
        Duration connectTimeout,
        Duration readTimeout,
        Pattern lockPattern,
        Duration lookupsRefresh,
        Duration clockSkew) {

    public static SageSettings of(Config config) {
        return new SageSettings(
                config.getValue("sage200.url", String.class).replaceAll("/+$", ""),
                config.getValue("sage200.site", String.class),
                config.getValue("sage200.connect-timeout", Duration.class),
                config.getValue("sage200.read-timeout", Duration.class),
                Pattern.compile(config.getValue("sage200.lock-pattern", String.class)),
                config.getValue("sage200.lookups-refresh", Duration.class),
                config.getValue("sage200.clock-skew", Duration.class));
    }

    public URI resource(String path) {
        return URI.create(url + "/" + path);
    }
}
