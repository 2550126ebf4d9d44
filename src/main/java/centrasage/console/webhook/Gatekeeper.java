package centrasage.console.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says whether a call comes from Centra: by its signature, and by a time that is near ours, so that a call that somebody
 * overheard is of use for minutes only. Within them it wakes a job once more, and nothing else.
 */
@ApplicationScoped
class Gatekeeper {
    private Optional<String> secret = Optional.empty();
    private Duration window;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Gatekeeper() {}

    @Inject
    Gatekeeper(
            @ConfigProperty(name = "centra.webhook-secret") Optional<String> secret,
            @ConfigProperty(name = "centra.webhook-window") Duration window,
            Clock clock) {
        this.secret = secret.map(String::strip).filter(text -> !text.isEmpty());
        this.window = window;
        this.clock = clock;
    }

    /** Whether anybody is let in at all: without a secret nobody is. */
    boolean isOpen() {
        return secret.isPresent();
    }

    /** Whether the time of the signature is near enough; both ends belong to the window. */
    boolean isFresh(Signature signature) {
        Duration apart = Duration.between(signature.moment(), clock.instant()).abs();
        return apart.compareTo(window) <= 0;
    }

    Verdict judge(Signature signature, byte[] body) {
        if (!isFresh(signature)) {
            return Verdict.TOO_OLD_OR_NEW;
        }
        boolean genuine = secret.filter(text -> signature.signs(body, text)).isPresent();
        return genuine ? Verdict.GENUINE : Verdict.FORGED;
    }
}
