package centrasage.desk.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** What {@code alerts.heartbeat} says. The address is a secret: whoever knows it can pretend that we are well. */
@ApplicationScoped
class BeatSettings {
    private static final String KEY = "alerts.heartbeat.";

    private Function<String, Optional<String>> settings;

    @SuppressWarnings("NullAway.Init")
    BeatSettings() {}

    @Inject
    BeatSettings(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    BeatSettings(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** Empty where nobody outside listens. */
    Optional<URI> address() {
        return settings.apply(KEY + "url").filter(url -> !url.isBlank()).map(URI::create);
    }

    /** Where an ailment is told; empty where the sign of life only stays away then. */
    Optional<URI> ailing() {
        return settings.apply(KEY + "when-ill")
                .filter("fail"::equalsIgnoreCase)
                .flatMap(fail -> address())
                .map(BeatSettings::failing);
    }

    private static URI failing(URI address) {
        String[] parts = address.toString().split("\\?", 2);
        String path = parts[0].endsWith("/") ? parts[0] : parts[0] + "/";
        return URI.create(path + "fail" + (parts.length > 1 ? "?" + parts[1] : ""));
    }

    Duration interval() {
        return Duration.parse(settings.apply(KEY + "interval").orElse("PT1M"));
    }

    boolean posts() {
        return settings.apply(KEY + "method").filter("post"::equalsIgnoreCase).isPresent();
    }
}
