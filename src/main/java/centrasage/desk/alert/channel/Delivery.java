package centrasage.desk.alert.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What became of one attempt to send a message. */
public sealed interface Delivery {

    /** The other side has taken it. */
    record Sent() implements Delivery {}

    /**
     * It cannot be sent now, and may be later.
     *
     * @param after what the other side asks us to wait
     */
    record Later(String why, Optional<Duration> after) implements Delivery {
        public Later(String why) {
            this(why, Optional.empty());
        }
    }

    /** It will not be taken, however often it is sent. */
    record Refused(String why) implements Delivery {}

    default <T> T match(Function<Sent, T> sent, Function<Later, T> later, Function<Refused, T> refused) {
        if (this instanceof Later waits) {
            return later.apply(waits);
        }
        return this instanceof Refused no ? refused.apply(no) : sent.apply((Sent) this);
    }
}
