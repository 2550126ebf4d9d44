package centrasage.sage200.client.wire;

import centrasage.flow.TargetUnavailable;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in of Sage's API site on the LAN ({@code sage200.auth = windows}), left to the JDK: NTLM, and Kerberos where the
 * site offers Negotiate and the JVM has a Kerberos configuration.
 *
 * <p>The credentials are {@code sage200.user}, a domain, a backslash and a name, with {@code sage200.password}. On Windows
 * the JDK can also sign in as the user that the service runs as, without any password, but only where {@code
 * jdk.http.ntlm.transparentAuth} is set to {@code trustedHosts} or {@code allHosts}: since JDK 12 it is off.
 *
 * <p>NTLM signs a connection in, not a request, by two requests that are turned away before the third is taken, and the
 * JDK would send a body with each of them. A POST must not take part in that. So a write takes a {@link Turn}: a read signs
 * a connection in, and the POST takes that connection out of the JDK's cache at once, in a mode in which the JDK cannot
 * repeat it. No read connects in between, because it might take that connection; writes under way do not wait for each other.
 *
 * <p>The JDK computes the proofs of all connections to a host with one object, which is not made for two threads at once: a
 * proof that comes out wrong is a wrong password to Windows. So reads go one after the other.
 *
 * <p>The JDK tries a password that was refused 19 times more, which locks an account. Here it is named once for each
 * request, and after a refusal not at all for ten minutes.
 */
public final class WindowsSignIn extends Authenticator implements Authorization {
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(10);

    /** Nobody waits longer for the others: who writes holds a lease, and has committed its intent. */
    private static final Duration TURN_MAX = Duration.ofSeconds(20);

    /** Whether the password was named for the thread's current request; the JDK asks in the thread that sends it. */
    private static final ThreadLocal<Boolean> NAMED = ThreadLocal.withInitial(() -> false);

    private final URI base;
    private final String user;
    private final char[] password;
    private final @Nullable Authenticator others = Authenticator.getDefault();

    /** Held by each read, and between the read and the connecting of a write; fair, or reads would starve writes. */
    private final ReentrantLock connecting = new ReentrantLock(true);

    private volatile @Nullable Long refusedAtNanos;

    public WindowsSignIn(String url, String user, String password) {
        this.base = URI.create(url);
        this.user = user;
        this.password = password.toCharArray();
    }

    @Override
    public Optional<String> header() {
        return Optional.empty();
    }

    @Override
    public Optional<String> renewed(Optional<String> refused) {
        return Optional.empty();
    }

    @Override
    public String settings() {
        return "sage200.user (" + user + ": domain, backslash, name) and sage200.password";
    }

    @Override
    public Reading reading() throws TargetUnavailable {
        await();
        return connecting::unlock;
    }

    /** @throws TargetUnavailable when others keep the site busy for longer than the lease of who wants to write allows */
    Turn turn() throws TargetUnavailable {
        await();
        return new Turn();
    }

    private void await() throws TargetUnavailable {
        try {
            if (!connecting.tryLock(TURN_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new TargetUnavailable(
                        "Sage's Windows site answers so slowly that nothing else could be asked for "
                                + TURN_MAX.toSeconds() + " s: it is tried again by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable("interrupted while others were signed in to Sage's Windows site", e);
        }
        NAMED.set(false);
    }

    /** One write, and the read before it that signs its connection in. */
    final class Turn implements AutoCloseable {

        private Turn() {}

        /** A read that costs little and is there in every version: the list of companies. */
        URI harmless() {
            return URI.create(base + "/sites");
        }

        /** What it means when even that is refused. */
        String refusal() {
            return "Sage's Windows site refuses " + user + "; check " + settings();
        }

        /** The write has its connection, and others may connect. */
        void connected() {
            close();
        }

        @Override
        public void close() {
            if (connecting.isHeldByCurrentThread()) {
                connecting.unlock();
            }
        }
    }

    /** Asked by the JDK; every host but Sage's is left to whoever was asked before us. */
    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        boolean sage = getRequestorType() == RequestorType.SERVER
                && base.getHost().equalsIgnoreCase(getRequestingHost())
                && port() == getRequestingPort();
        if (sage) {
            return named();
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

    /** Asked a second time for the same request, the password is known to be wrong. */
    private @Nullable PasswordAuthentication named() {
        if (NAMED.get()) {
            refusedAtNanos = System.nanoTime();
            return null;
        }
        Long refused = refusedAtNanos;
        if (refused != null && System.nanoTime() - refused < PAUSE_AFTER_REFUSAL.toNanos()) {
            return null;
        }
        NAMED.set(true);
        return new PasswordAuthentication(user, password.clone());
    }

    private int port() {
        if (base.getPort() >= 0) {
            return base.getPort();
        }
        return base.getScheme().equals("https") ? 443 : 80;
    }
}
