package centrasage.sage200.client.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Sage's company databases are, if they may be read. */
@ApplicationScoped
public class DatabaseSettings {
    private static final String COMPANY = "{company}";

    private String url;
    private String user;
    private String password;

    @SuppressWarnings("NullAway.Init")
    DatabaseSettings() {}

    @Inject
    public DatabaseSettings(
            @ConfigProperty(name = "sage200.database-url") Optional<String> url,
            @ConfigProperty(name = "sage200.database-user") Optional<String> user,
            @ConfigProperty(name = "sage200.database-password") Optional<String> password) {
        this.url = url.orElse("");
        this.user = user.orElse("");
        this.password = password.orElse("");
    }

    /** Whether there is an address. */
    public boolean given() {
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
}
