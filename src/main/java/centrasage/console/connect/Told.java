package centrasage.console.connect;

import centrasage.sage200.client.signin.SignInEnd;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the last attempt, as the address of the page says it: one of our own words for each kind of end, so that
 * nothing which came from outside is ever shown in its place.
 */
record Told(SignInEnd.Kind kind) {

    /** Empty where the address says nothing, or nothing that we know. */
    static Optional<Told> in(@Nullable String part) {
        return Arrays.stream(SignInEnd.Kind.values())
                .map(Told::new)
                .filter(told -> told.part().equals(part))
                .findFirst();
    }

    /** As it stands in an address. */
    String part() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isGood() {
        return kind == SignInEnd.Kind.CONNECTED;
    }

    /** @param callback where Sage ID sends the browser back */
    String words(String callback) {
        return switch (kind) {
            case CONNECTED -> "Sage ID has let this application in. What waits is posted by itself within seconds.";
            case NOT_OURS ->
                "Nothing was changed: this way back from Sage ID was not begun here, was used already, or was begun again"
                        + " since. Press Connect to Sage, and go through with it in one tab.";
            case OTHER_BROWSER ->
                "Nothing was changed: another browser came back than the one that was sent to Sage ID. Open this console in"
                        + " one browser, at the address that Sage ID sends you back to (" + callback
                        + "), let it keep cookies, and press Connect to Sage again.";
            case TOO_OLD ->
                "Nothing was changed: it took more than 10 minutes. Press Connect to Sage again, and have the Sage user's"
                        + " password at hand.";
            case DENIED ->
                "Nothing was changed: at Sage ID, access was denied. Press Connect to Sage again, sign in there as the Sage"
                        + " user of this application, and agree.";
            case NOT_TAKEN ->
                "Nothing was changed: Sage ID did not let this application in; its reason is below. Press Connect to Sage"
                        + " again; if that does not help, give the reason to your Sage partner.";
            case UNAVAILABLE ->
                "Nothing was changed: the answer of Sage ID could not be had, or not be kept; the reason is below. Press"
                        + " Connect to Sage again in a few minutes; if that does not help, mend what the reason names.";
        };
    }
}
