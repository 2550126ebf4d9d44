package centrasage.centra.client.wire;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** How Centra is reached: the {@code centra.*} keys of the configuration. */
public record CentraSettings(URI url, String token, Duration connectTimeout, Duration readTimeout) {

    static CentraSettings of(Config config) {
        return new CentraSettings(
                config.getValue("centra.url", URI.class),
                config.getValue("centra.token", String.class),
                config.getValue("centra.connect-timeout", Duration.class),
                config.getValue("centra.read-timeout", Duration.class));
    }

    CentraApi connect() {
        return RestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                // A followed redirect would turn the POST into a GET and hide a wrong address.
                .followRedirects(false)
                // Every status is for Wire to judge, not an exception on the way to it.
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(CentraApi.class);
    }

    String authorization() {
        return "Bearer " + token;
    }

    /** The token belongs in no log. */
    @Override
    public String toString() {
        return "Centra at " + url;
    }
}
