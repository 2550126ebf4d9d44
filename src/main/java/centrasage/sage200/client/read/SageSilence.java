package centrasage.sage200.client.read;

import centrasage.flow.RootCause;
import centrasage.sage200.client.wire.SageSettings;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;

/** Why a read got no answer at all, in words that name the address and what to do. */
final class SageSilence {
    private static final List<Class<? extends Exception>> NEVER_CONNECTED =
            List.of(ConnectException.class, NoRouteToHostException.class, UnknownHostException.class);

    private final SageSettings settings;

    SageSilence(SageSettings settings) {
        this.settings = settings;
    }

    String words(String resource, Throwable failure) {
        Throwable cause = RootCause.of(failure);
        String sage = "Sage 200 at " + settings.url();
        if (cause instanceof SocketTimeoutException) {
            return sage + " did not answer " + resource + " in time (sage200.connect-timeout = "
                    + settings.connectTimeout() + ", sage200.read-timeout = " + settings.readTimeout()
                    + "): it is tried again by itself; if it lasts, see whether Sage's server is overloaded, or raise the"
                    + " timeout";
        }
        String why = " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
        return NEVER_CONNECTED.stream().anyMatch(kind -> kind.isInstance(cause))
                ? sage + " cannot be reached" + why
                        + ": check sage200.url, that the service of Sage's API runs there, and the way from this server to"
                        + " it; it is tried again by itself"
                : sage + " broke off while it was asked for " + resource + why
                        + ": it is tried again by itself; if it lasts, check sage200.url, and what stands between this"
                        + " server and Sage";
    }
}
