package centrasage.desk.alert.channel;

import centrasage.desk.alert.rule.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** The ways out that are set up, by their names. */
@ApplicationScoped
public class Channels {
    private static final String WEB_HOOK = Recipient.webHook("").channel();

    private final Map<String, Optional<Channel>> known = new ConcurrentHashMap<>();
    private Function<String, Optional<String>> settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Channels() {}

    @Inject
    Channels(Config config, Clock clock) {
        this(name -> config.getOptionalValue(name, String.class), clock);
    }

    public Channels(Function<String, Optional<String>> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param name {@code mail}, or {@code webhook:} and its name; empty where that is not set up */
    public Optional<Channel> named(String name) {
        return known.computeIfAbsent(name, this::make);
    }

    private Optional<Channel> make(String name) {
        if (name.equals(Recipient.MAIL)) {
            return MailSettings.of(settings).map(mail -> new MailChannel(mail, clock));
        }
        String hook = name.substring(WEB_HOOK.length());
        String key = "alerts.webhook." + hook + ".";
        return settings.apply(key + "url")
                .map(url -> new WebHookChannel(hook, URI.create(url), shape(key), WebHookChannel.TIMEOUT));
    }

    private WebHookShape shape(String key) {
        return WebHookShape.valueOf(
                settings.apply(key + "shape").orElse("teams").toUpperCase(Locale.ROOT));
    }
}
