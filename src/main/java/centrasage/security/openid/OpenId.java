package centrasage.security.openid;

import centrasage.security.openid.Returned.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at the company's provider: authorization code with PKCE, state and nonce. Only who somebody is comes from there;
 * what they may do here is the mapping's, at each sign-in anew.
 */
@ApplicationScoped
public class OpenId {
    private static final Logger LOG = Logger.getLogger(OpenId.class.getName());

    /** Ours, as {@code signin.oidc.role.*} names them. */
    private static final Set<String> ROLES = Set.of("viewer", "cx", "operations", "finance", "administrator");

    private @Nullable ProviderSettings settings;
    private @Nullable Discovery discovery;
    private Attempts attempts;

    @SuppressWarnings("NullAway.Init")
    OpenId() {}

    @Inject
    OpenId(Config config, Attempts attempts, Clock clock) {
        this.attempts = attempts;
        settings = ProviderSettings.of(config, ROLES).orElse(null);
        discovery = settings == null ? null : new Discovery(settings, clock);
    }

    /** Whether a provider is set. */
    public boolean isOn() {
        return settings != null;
    }

    /** What people call the provider; empty where there is none. */
    public String title() {
        return settings == null ? "" : settings.title();
    }

    /** Where the provider sends browsers back: the address at which people must have opened the console. */
    public Optional<URI> callback() {
        return Optional.ofNullable(settings).map(ProviderSettings::callback);
    }

    /**
     * Sends a browser to the provider; empty where it cannot be asked.
     *
     * @param wanted the page to show afterwards
     */
    public Optional<Begun> begin(String wanted) {
        if (settings == null || discovery == null) {
            return Optional.empty();
        }
        Attempt attempt = Attempt.to(wanted);
        try {
            URI address = new Provider(settings, discovery).address(attempt);
            attempts.begin(attempt);
            return Optional.of(new Begun(address, settings.callback(), attempt.browser(), Attempts.GOOD_FOR));
        } catch (ProviderRefused e) {
            LOG.warning(() -> "nobody can sign in by OpenID Connect now: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The browser has come back. */
    public Returned complete(ComingBack back) {
        if (settings == null || discovery == null) {
            return new Returned.Refused(Kind.NOT_OURS, "no provider is set");
        }
        try {
            Attempt attempt = attempts.take(back.state(), back.browser());
            mustBeGranted(back, settings.issuer());
            Identity identity =
                    new Claimed(settings).identity(new Provider(settings, discovery).redeem(back.code(), attempt));
            return new Returned.Known(identity, attempt.wanted());
        } catch (ProviderRefused e) {
            return e.refused();
        }
    }

    private static void mustBeGranted(ComingBack back, String issuer) throws ProviderRefused {
        if (!back.issuer().isEmpty() && !back.issuer().equals(issuer)) {
            throw new ProviderRefused(Kind.NOT_TAKEN, "another provider answers than the one that was asked");
        }
        if (back.code().isBlank()) {
            boolean denied = back.error().equals("access_denied");
            throw new ProviderRefused(
                    denied ? Kind.DENIED : Kind.NOT_TAKEN,
                    "the provider gave no code" + (back.error().matches("[a-z_]{1,60}") ? ": " + back.error() : ""));
        }
    }

    /** Where the provider's own session can be ended, with the way back; empty where it has no such place or was not asked yet. */
    public Optional<URI> endSession() {
        return Optional.ofNullable(discovery).flatMap(Discovery::endSession).map(this::withWayBack);
    }

    private URI withWayBack(URI end) {
        if (settings == null) {
            return end;
        }
        String base = end + (end.getRawQuery() == null ? "?" : "&");
        return URI.create(base + "client_id=" + encode(settings.client().id()) + "&post_logout_redirect_uri="
                + encode(settings.callback().resolve("/sign-in.xhtml?out=true").toString()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
