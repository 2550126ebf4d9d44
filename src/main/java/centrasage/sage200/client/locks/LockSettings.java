package centrasage.sage200.client.locks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Sage's company databases are, if they may be read. */
@ApplicationScoped
public class LockSettings {
    private static final String COMPANY = "{company}";
    private static final String ID = "{id}";

    private String url;
    private String user;
    private String password;
    private String condition;

    @SuppressWarnings("NullAway.Init")
    LockSettings() {}

    /** @param condition which rows of {@code SYSActiveLock} are about the document {@code {id}} */
    @Inject
    public LockSettings(
            @ConfigProperty(name = "sage200.database-url") Optional<String> url,
            @ConfigProperty(name = "sage200.database-user") Optional<String> user,
            @ConfigProperty(name = "sage200.database-password") Optional<String> password,
            @ConfigProperty(name = "sage200.database-lock-row") String condition) {
        this.url = url.orElse("");
        this.user = user.orElse("");
        this.password = password.orElse("");
        this.condition = condition;
    }

    boolean given() {
        return !url.isBlank();
    }

    /** Of one company's database. */
    String url(String company) {
        return url.replace(COMPANY, company);
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String select() {
        return "SELECT UserName, Workstation FROM SYSActiveLock WHERE " + condition.replace(ID, "?");
    }

    /** How often the id stands in the condition. */
    int places() {
        return (condition.length() - condition.replace(ID, "").length()) / ID.length();
    }
}
