package centrasage.console.connect;

import centrasage.console.words.Sign;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sage200.client.signin.SignInStanding;
import centrasage.sage200.client.signin.SignInWay;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** How the sign-in to Sage 200 stands, for whichever page has to say so. */
@Named
@RequestScoped
public class SageConnection {
    private SignInWay way;
    private SignInStanding standing;

    @SuppressWarnings("NullAway.Init")
    SageConnection() {}

    @Inject
    public SageConnection(SageSignIn signIn) {
        way = signIn.way();
        standing = signIn.standing();
    }

    /** Whether a person has to connect at all. */
    public boolean needed() {
        return way == SignInWay.OAUTH2;
    }

    /** Whether nothing can be posted before somebody has connected. */
    public boolean blocking() {
        return standing.isBlocking();
    }

    /** What has to be done, and by when; empty while there is nothing to do. */
    public String warning() {
        return standing.warning().orElse("");
    }

    /** Null where nobody has connected. */
    public SignInStanding.@Nullable Consent consent() {
        return standing.consent().orElse(null);
    }

    public Sign sign() {
        return switch (standing.state()) {
            case NOT_NEEDED -> new Sign("Nothing to do", "check", "posted", "This way of signing in needs no person");
            case NEVER -> new Sign("Not connected", "cross", "held", "Nobody has connected yet");
            case GOOD -> new Sign("Connected", "check", "posted", "Sage 200 may be used");
            case ENDS_SOON -> new Sign("Connected, ends soon", "warning", "locked", "Connect again before the day");
            case ENDED -> new Sign("Ended", "cross", "held", "The day has come on which Sage ends every sign-in");
            case LOST -> new Sign("Not connected any more", "cross", "held", "Sage ID takes this sign-in no more");
            case UNREADABLE -> new Sign("Not connected", "cross", "held", "What was stored cannot be read");
        };
    }

    /** What this way of signing in means, where no person has to connect. */
    public String meaning() {
        return switch (way) {
            case NONE -> "This application calls Sage 200 without signing in (sage200.auth = none).";
            case BASIC ->
                "This application signs in to Sage 200 with the name and the password of its configuration"
                        + " (sage200.auth = basic).";
            case WINDOWS ->
                "This application signs in to Sage 200 as the Windows user of its configuration"
                        + " (sage200.auth = windows).";
            case OAUTH2 ->
                "This application uses Sage 200 by the consent of a person at Sage ID (sage200.auth = oauth2).";
        };
    }
}
