package centrasage.sage200.client.wire;

import centrasage.flow.TargetUnavailable;
import java.util.Optional;

/** How we prove to Sage who we are. */
public interface Authorization {

    /**
     * The {@code Authorization} header of the next request; empty where none is sent.
     *
     * @throws TargetUnavailable when there is no sign-in, with what to do about it
     */
    Optional<String> header() throws TargetUnavailable;

    /**
     * Sage answered 401 to this header: another one to try once, or empty where there is nothing to renew.
     *
     * @throws TargetUnavailable when the sign-in is lost, with what to do about it
     */
    Optional<String> renewed(Optional<String> refused) throws TargetUnavailable;

    /** What a person checks when Sage refuses it: the settings by their keys, without any secret. */
    default String settings() {
        return "sage200.auth";
    }

    /**
     * Held around every read.
     *
     * @throws TargetUnavailable when it is not to be had now
     */
    default Reading reading() throws TargetUnavailable {
        return () -> {};
    }

    /** A read that is under way. */
    interface Reading extends AutoCloseable {
        @Override
        void close();
    }
}
