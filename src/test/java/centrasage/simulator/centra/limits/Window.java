package centrasage.simulator.centra.limits;

import java.time.Duration;

/** The two windows over which Centra counts. */
public enum Window {
    TEN_SECONDS(Duration.ofSeconds(10)),
    ONE_HOUR(Duration.ofHours(1));

    private final Duration length;

    Window(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
