package centrasage.console.connect;

import centrasage.sage200.client.signin.ComingBack;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sage200.client.signin.SignInBegun;
import centrasage.sage200.client.signin.SignInEnd;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Logger;

/** Going to Sage ID and coming back, with the trail of who did. */
@ApplicationScoped
public class Connecting {
    private static final Logger LOG = Logger.getLogger(Connecting.class.getName());
    private static final String SUBJECT = "sage200/sign-in";
    private static final int TRAIL_MAX = 20;

    private SageSignIn signIn;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    Connecting() {}

    @Inject
    Connecting(SageSignIn signIn, Audit audit) {
        this.signIn = signIn;
        this.audit = audit;
    }

    SignInBegun begin(String person) {
        SignInBegun begun = signIn.begin(person);
        audit.write(person, Deed.BEGUN, SUBJECT, "sent to Sage ID");
        return begun;
    }

    /**
     * Ends what {@link #begin} began. Whoever proves no part in it leaves no trace: anybody can call the address, and would
     * fill the trail and the log.
     */
    SignInEnd.Kind back(ComingBack back) {
        SignInEnd end = signIn.complete(back);
        end.person().ifPresent(person -> record(person, end));
        return end.kind();
    }

    private void record(String person, SignInEnd end) {
        if (end.kind() == SignInEnd.Kind.CONNECTED) {
            audit.write(person, Deed.DONE, SUBJECT, "Sage 200 may be used until another consent is due");
            LOG.info(() -> person + " has connected to Sage 200");
        } else {
            audit.write(person, Deed.REFUSED, SUBJECT, end.words());
            LOG.warning(() -> "connecting to Sage 200, begun by " + person + ", did not succeed: " + end.words());
        }
    }

    /** The last deeds, newest first. */
    List<Deed> trail() {
        return audit.of(SUBJECT).stream()
                .map(Deed::of)
                .sorted(Comparator.comparing(Deed::at).reversed())
                .limit(TRAIL_MAX)
                .toList();
    }
}
