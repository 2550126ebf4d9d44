package centrasage.launch.store;

import centrasage.launch.settings.Configuration;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store's database for one connection before the server does, which says of a refused one what it thinks of
 * several hundred lines and ends with nothing that an operator can act on.
 */
public final class StoreProbe {
    private static final int H2_IN_USE = 90020;
    private static final int H2_WRONG_USER_OR_PASSWORD = 28000;
    private static final int H2_NOT_THERE_YET = 90146;
    private static final int SQL_SERVER_LOGIN_FAILED = 18456;
    private static final int SQL_SERVER_NO_SUCH_DATABASE = 4060;

    private final String url;
    private final String user;
    private final String password;

    public StoreProbe(Configuration configuration) {
        this.url = configuration.get("store.url");
        this.user = configuration.get("store.user");
        this.password = configuration.get("store.password");
    }

    /** Empty when it connects, and when there is no database yet: the first start makes it. */
    public List<String> faults(Driver driver) {
        Properties signIn = new Properties();
        signIn.setProperty("user", user);
        signIn.setProperty("password", password);
        try (Connection connection = driver.connect(onlyLooking(), signIn)) {
            return List.of();
        } catch (SQLException e) {
            return e.getErrorCode() == H2_NOT_THERE_YET ? List.of() : List.of(words(e));
        }
    }

    /**
     * A look neither makes a database nor writes into one, least of all into what a crash has left. One that another process may
     * serve cannot be looked at without the right to write.
     */
    private String onlyLooking() {
        String options = url.toUpperCase(Locale.ROOT);
        if (!options.startsWith("JDBC:H2:")) {
            return url;
        }
        return url
                + (options.contains(";IFEXISTS=") ? "" : ";IFEXISTS=TRUE")
                + (options.contains(";ACCESS_MODE_DATA=") || options.contains(";AUTO_SERVER=TRUE")
                        ? ""
                        : ";ACCESS_MODE_DATA=r");
    }

    private String words(SQLException e) {
        return switch (e.getErrorCode()) {
            case H2_IN_USE ->
                "store.url: " + store() + " is in use by another process"
                        + StoreFile.of(url).map(StoreHolder::words).orElse("")
                        + "; stop that one, perhaps another centra-sage200 or a database tool: an H2 file serves one process"
                        + " at a time, and two nodes need SQL Server (docs/operations/two-nodes.md)";
            case H2_WRONG_USER_OR_PASSWORD ->
                "store.user, store.password: " + store() + " was not made with the user " + user
                        + " and this password; set those that it was made with";
            case SQL_SERVER_LOGIN_FAILED ->
                "store.user, store.password: " + store() + " refuses the login " + user
                        + "; correct them, or let the DBA look at the login";
            case SQL_SERVER_NO_SUCH_DATABASE ->
                "store.url: " + store() + " has no such database, or the login " + user
                        + " may not open it; correct databaseName, or let the DBA prepare it as docs/configuration.md says";
            default ->
                "store.url: " + store() + " cannot be opened: " + firstLine(e.getMessage())
                        + "; see docs/configuration.md for what the database needs, or restore it from a backup";
        };
    }

    /** The file, or the server with the database's name: never what else a URL may hold. */
    private String store() {
        return StoreFile.of(url).map(Object::toString).orElseGet(() -> {
            String server = url.replaceFirst("^jdbc:(sqlserver://|h2:)", "").replaceFirst(";.*$", "");
            return (url.startsWith("jdbc:sqlserver:") ? "SQL Server " : "") + server;
        });
    }

    private static String firstLine(@Nullable String message) {
        String text = String.valueOf(message).lines().findFirst().orElse("");
        return text.replaceAll("(?i)(password|pwd)=[^;\"]*", "$1=***").replaceFirst("[.;\\s]+$", "");
    }
}
