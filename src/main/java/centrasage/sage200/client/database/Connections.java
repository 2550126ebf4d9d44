package centrasage.sage200.client.database;

import centrasage.flow.TargetUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One connection for each company's database, kept open because it is asked every few seconds, for reading alone. Whoever uses it
 * lets one caller at a time do so.
 */
public final class Connections {
    private static final String SIGN_IN_SECONDS_MAX = "5";

    private final Map<String, Connection> connections = new HashMap<>();
    private final DatabaseSettings settings;
    private final Duration answerMax;

    /** @param answerMax how long the server may be silent before the connection is given up */
    public Connections(DatabaseSettings settings, Duration answerMax) {
        this.settings = settings;
        this.answerMax = answerMax;
    }

    /** A question to the database of a company. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException, TargetUnavailable;
    }

    /**
     * Asks over the connection that is there, or a new one; one over which a question failed is not used again.
     *
     * @param what is asked for, as the message of a failure begins
     */
    public <T> T ask(String company, String what, Question<T> question) throws TargetUnavailable {
        try {
            return question.ask(connection(company));
        } catch (SQLException e) {
            forget(company);
            throw new TargetUnavailable(
                    what + " of company " + company + " cannot be read: " + firstLine(e.getMessage()), e);
        }
    }

    private Connection connection(String company) throws SQLException, TargetUnavailable {
        Connection known = connections.get(company);
        if (known != null) {
            return known;
        }
        Connection made = connect(settings.url(company));
        made.setReadOnly(true);
        made.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        connections.put(company, made);
        return made;
    }

    private Connection connect(String url) throws SQLException, TargetUnavailable {
        Vendor vendor = Vendor.of(url);
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        if (vendor == Vendor.SQL_SERVER) {
            properties.setProperty("loginTimeout", SIGN_IN_SECONDS_MAX);
            properties.setProperty("socketTimeout", Long.toString(answerMax.toMillis()));
            properties.setProperty("applicationName", "centra-sage200 (reads only)");
        }
        Connection connection = vendor.driver().connect(url, properties);
        if (connection == null) {
            throw new TargetUnavailable(
                    "sage200.database-url = " + url + " is no address of a database that can be read");
        }
        return connection;
    }

    private void forget(String company) {
        Connection connection = connections.remove(company);
        if (connection != null) {
            close(connection);
        }
    }

    /** Closes all of them. */
    public void end() {
        connections.values().forEach(Connections::close);
        connections.clear();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is of no use any more, whatever its end says
        }
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
