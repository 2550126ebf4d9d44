package centrasage.sage200.client.locks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which rows of Sage's table of locks are about a document. */
@ApplicationScoped
public class LockSettings {
    private static final String ID = "{id}";

    private String condition;

    @SuppressWarnings("NullAway.Init")
    LockSettings() {}

    /** @param condition which rows of {@code SYSActiveLock} are about the document {@code {id}} */
    @Inject
    public LockSettings(@ConfigProperty(name = "sage200.database-lock-row") String condition) {
        this.condition = condition;
    }

    String select() {
        return "SELECT UserName, Workstation FROM SYSActiveLock WHERE " + condition.replace(ID, "?");
    }

    /** How often the id stands in the condition. */
    int places() {
        return (condition.length() - condition.replace(ID, "").length()) / ID.length();
    }
}
