package centrasage.simulator.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One death of a caller that a test ordered: at which of its writes, and where in it. */
final class Kill {
    /** Where in a write the caller dies. */
    enum Window {
        /** It is committed, and nothing is answered. */
        AFTER_COMMIT("after-commit"),
        /** The whole answer is on its way. */
        AFTER_ANSWER("after-answer");

        private final String wireName;

        Window(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        static Optional<Window> named(String name) {
            return Arrays.stream(values())
                    .filter(window -> window.wireName.equals(name))
                    .findFirst();
        }
    }

    private final Window window;
    private final long pid;
    private final OrderedFaults.Wanted writes;
    private final AtomicInteger spared;
    private volatile String struckOn = "";

    /** @param after how many of these writes pass before it */
    Kill(Window window, long pid, OrderedFaults.Wanted writes, int after) {
        this.window = window;
        this.pid = pid;
        this.writes = writes;
        this.spared = new AtomicInteger(after);
    }

    Window window() {
        return window;
    }

    long pid() {
        return pid;
    }

    /** What the write was about on which it struck; empty before. */
    String struckOn() {
        return struckOn;
    }

    void strikesOn(String identity) {
        struckOn = identity;
    }

    boolean means(String identity, Request request) {
        return writes.means(identity, request);
    }

    boolean comesNow() {
        return spared.getAndDecrement() <= 0;
    }

    /** As {@code kill -9} does; false when there is no such process. */
    boolean strike() {
        return ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }
}
