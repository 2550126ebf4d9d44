package centrasage.simulator.centra.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong with a web hook on purpose. */
public enum WebhookFault {
    /** It is sent twice, byte for byte. */
    DUPLICATE,
    /** It is signed with another secret. */
    WRONG_SIGNATURE,
    /** It was signed an hour ago. */
    OLD_TIMESTAMP;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<WebhookFault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.wireName().equals(name))
                .findFirst();
    }
}
