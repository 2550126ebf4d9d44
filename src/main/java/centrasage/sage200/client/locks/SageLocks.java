package centrasage.sage200.client.locks;

import centrasage.flow.Locks;
import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a sales order in Sage 200, by its table {@code SYSActiveLock}: read as it is at this moment, without waiting for
 * anybody and without making anybody wait. One connection for each company's database, kept open, because it is asked every other second.
 */
@ApplicationScoped
public class SageLocks implements Locks {
    private static final int QUERY_SECONDS_MAX = 2;
    private static final String SIGN_IN_SECONDS_MAX = "5";
    private static final String ANSWER_MILLIS_MAX = "5000";

    private final Map<String, Connection> connections = new HashMap<>();
    private LockSettings settings;

    @SuppressWarnings("NullAway.Init")
    SageLocks() {}

    @Inject
    public SageLocks(LockSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean canTell() {
        return settings.given();
    }

    @Override
    public synchronized Map<String, String> holders(String company, Collection<String> documentIds)
            throws TargetUnavailable {
        try {
            return read(connection(company), documentIds);
        } catch (SQLException e) {
            forget(company);
            throw new TargetUnavailable(
                    "SYSActiveLock of company " + company + " cannot be read: " + firstLine(e.getMessage()), e);
        }
    }

    private Map<String, String> read(Connection connection, Collection<String> documentIds) throws SQLException {
        Map<String, String> holders = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(settings.select())) {
            select.setQueryTimeout(QUERY_SECONDS_MAX);
            for (String id : documentIds) {
                for (int place = 1; place <= settings.places(); place++) {
                    select.setString(place, id);
                }
                holder(select).ifPresent(holder -> holders.put(id, holder));
            }
        }
        return holders;
    }

    private static Optional<String> holder(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(words(rows.getString(1), rows.getString(2))) : Optional.empty();
        }
    }

    private static String words(@Nullable String user, @Nullable String workstation) {
        String who = user == null || user.isBlank() ? Outcome.Locked.SOMEBODY : user.strip();
        return workstation == null || workstation.isBlank() ? who : who + " on " + workstation.strip();
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
        boolean sqlServer = url.startsWith("jdbc:sqlserver:");
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        if (sqlServer) {
            properties.setProperty("loginTimeout", SIGN_IN_SECONDS_MAX);
            properties.setProperty("socketTimeout", ANSWER_MILLIS_MAX);
            properties.setProperty("applicationName", "centra-sage200 (reads only)");
        }
        Connection connection = driver(sqlServer).connect(url, properties);
        if (connection == null) {
            throw new TargetUnavailable(
                    "sage200.database-url = " + url + " is no address of a database that can be read");
        }
        return connection;
    }

    /** By its name: the drivers that a server has registered for everybody are not those of this application. */
    private static Driver driver(boolean sqlServer) throws TargetUnavailable {
        String name = sqlServer ? "com.microsoft.sqlserver.jdbc.SQLServerDriver" : "org.h2.Driver";
        try {
            return Class.forName(name, true, SageLocks.class.getClassLoader())
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new TargetUnavailable("the driver " + name + " is missing", e);
        }
    }

    private void forget(String company) {
        Connection connection = connections.remove(company);
        if (connection != null) {
            close(connection);
        }
    }

    @PreDestroy
    synchronized void end() {
        connections.values().forEach(SageLocks::close);
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
