package centrasage.sage200.client.signin;

import java.util.Locale;

/** How this application proves to Sage 200 who it is: what {@code sage200.auth} says. */
public enum SignInWay {
    NONE,
    BASIC,
    OAUTH2,
    WINDOWS;

    static SignInWay of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT));
    }
}
