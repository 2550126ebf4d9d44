package centrasage.sage200.client.signin;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.WindowsSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Authenticator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The sign-in that {@code sage200.auth} names. */
@ApplicationScoped
public class SageAuthorization implements Authorization {
    private Authorization chosen;
    private Optional<WindowsSignIn> windows;

    @SuppressWarnings("NullAway.Init")
    SageAuthorization() {}

    @Inject
    SageAuthorization(Config config, SageSignIn signIn) {
        String mode = config.getValue("sage200.auth", String.class);
        String user = text(config, "sage200.user");
        String password = text(config, "sage200.password");
        this.windows = mode.equals("windows")
                ? Optional.of(new WindowsSignIn(SageSettings.of(config).url(), user, password))
                : Optional.empty();
        this.chosen = switch (mode) {
            case "basic" -> basic(user, password);
            case "oauth2" -> signIn.tokens();
            default -> NONE;
        };
        windows.ifPresent(signIns -> {
            this.chosen = signIns;
            Authenticator.setDefault(signIns);
        });
    }

    /** No header at all. */
    public static final Authorization NONE = fixed(Optional.empty(), "sage200.auth (none: no sign-in is sent)");

    public static Authorization basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return fixed(
                Optional.of("Basic " + Base64.getEncoder().encodeToString(pair)),
                "sage200.user (" + user + ") and sage200.password");
    }

    private static Authorization fixed(Optional<String> header, String settings) {
        return new Authorization() {
            @Override
            public Optional<String> header() {
                return header;
            }

            @Override
            public Optional<String> renewed(Optional<String> refused) {
                return Optional.empty();
            }

            @Override
            public String settings() {
                return settings;
            }
        };
    }

    @Override
    public Optional<String> header() throws TargetUnavailable {
        return chosen.header();
    }

    @Override
    public Optional<String> renewed(Optional<String> refused) throws TargetUnavailable {
        return chosen.renewed(refused);
    }

    @Override
    public String settings() {
        return chosen.settings();
    }

    @Override
    public Reading reading() throws TargetUnavailable {
        return chosen.reading();
    }

    /** Present where connections are signed in rather than requests. */
    public Optional<WindowsSignIn> windows() {
        return windows;
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }
}
