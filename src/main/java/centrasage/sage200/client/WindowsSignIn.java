package centrasage.sage200.client;

import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in of Sage's API site on the LAN ({@code sage200.auth = windows}), left to the JDK: NTLM, and Kerberos where the
 * site offers Negotiate and the JVM has a Kerberos configuration.
 *
 * <p>The credentials are {@code sage200.user} as {@code DOMAIN\\user} with {@code sage200.password}. On Windows the JDK can
 * also sign in as the user that the service runs as, without any password, but only where {@code
 * jdk.http.ntlm.transparentAuth} is set to {@code trustedHosts} or {@code allHosts}: since JDK 12 it is off.
 *
 * <p>NTLM signs a connection in, by two requests that are turned away before the third is taken, and the JDK sends the
 * body with each of them. A POST must not take part in that. So a write takes turns: a read signs a connection in, and the
 * POST goes over that very connection, in a mode in which the JDK cannot repeat it. That the two meet is certain because
 * the JDK keeps the connections of different authenticators apart, and each turn has an authenticator of its own.
 */
final class WindowsSignIn {
    /** The turn of a site that signs in requests. */
    static final Turn NOBODY = new Turn() {
        @Override
        public void use(HttpURLConnection connection) {}

        @Override
        public URI harmless() {
            throw new IllegalStateException("nobody signs in");
        }

        @Override
        public String refusal() {
            throw new IllegalStateException("nobody signs in");
        }

        @Override
        public void close() {}
    };

    private final URI base;
    private final String user;
    private final char[] password;

    /** Used again, because the JDK remembers every authenticator for ever; never more than writes at the same time. */
    private final Queue<Once> idle = new ConcurrentLinkedQueue<>();

    WindowsSignIn(String url, String user, String password) {
        this.base = URI.create(url);
        this.user = user;
        this.password = password.toCharArray();
    }

    /** One write and the read before it. */
    interface Turn extends AutoCloseable {
        void use(HttpURLConnection connection);

        /** A read that costs little and is there in every version: the list of companies. */
        URI harmless();

        /** What it means when even that is refused. */
        String refusal();

        @Override
        void close();
    }

    Turn turn() {
        Once reused = idle.poll();
        Once mine = reused == null ? new Once() : reused;
        mine.asked = false;
        return new Turn() {
            @Override
            public void use(HttpURLConnection connection) {
                connection.setAuthenticator(mine);
            }

            @Override
            public URI harmless() {
                return URI.create(base + "/sites");
            }

            @Override
            public String refusal() {
                return "Sage's Windows site refused " + user
                        + "; check sage200.user (DOMAIN\\user) and sage200.password";
            }

            @Override
            public void close() {
                idle.add(mine);
            }
        };
    }

    /** Signs the REST client's reads in too: the JDK asks this one for every connection that has none of its own. */
    void signInReads() {
        Authenticator.setDefault(new ForSage(Authenticator.getDefault()));
    }

    private PasswordAuthentication credentials() {
        return new PasswordAuthentication(user, password.clone());
    }

    /** Names the password once a turn: asked twice, it is wrong, and a third try could lock the account. */
    private final class Once extends Authenticator {
        private volatile boolean asked;

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (asked) {
                return null;
            }
            asked = true;
            return credentials();
        }
    }

    /** Names the password to Sage's host alone; others are left to whoever was asked before. */
    private final class ForSage extends Authenticator {
        private final @Nullable Authenticator others;

        ForSage(@Nullable Authenticator others) {
            this.others = others;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            boolean sage = getRequestorType() == RequestorType.SERVER
                    && base.getHost().equalsIgnoreCase(getRequestingHost())
                    && port() == getRequestingPort();
            if (sage) {
                return credentials();
            }
            return others == null
                    ? null
                    : others.requestPasswordAuthenticationInstance(
                            getRequestingHost(),
                            getRequestingSite(),
                            getRequestingPort(),
                            getRequestingProtocol(),
                            getRequestingPrompt(),
                            getRequestingScheme(),
                            getRequestingURL(),
                            getRequestorType());
        }

        private int port() {
            if (base.getPort() >= 0) {
                return base.getPort();
            }
            return base.getScheme().equals("https") ? 443 : 80;
        }
    }
}
