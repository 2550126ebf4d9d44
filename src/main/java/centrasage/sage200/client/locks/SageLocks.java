package centrasage.sage200.client.locks;

import centrasage.flow.Locks;
import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.database.Connections;
import centrasage.sage200.client.database.DatabaseSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a sales order in Sage 200, by its table {@code SYSActiveLock}: read as it is at this moment, without waiting for
 * anybody and without making anybody wait.
 */
@ApplicationScoped
public class SageLocks implements Locks {
    private static final int QUERY_SECONDS_MAX = 2;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private DatabaseSettings database;
    private LockSettings settings;
    private Connections connections;

    @SuppressWarnings("NullAway.Init")
    SageLocks() {}

    @Inject
    public SageLocks(DatabaseSettings database, LockSettings settings) {
        this.database = database;
        this.settings = settings;
        this.connections = new Connections(database, ANSWER_MAX);
    }

    @Override
    public boolean canTell() {
        return database.given();
    }

    @Override
    public synchronized Map<String, String> holders(String company, Collection<String> documentIds)
            throws TargetUnavailable {
        return connections.ask(company, "SYSActiveLock", connection -> read(connection, documentIds));
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

    @PreDestroy
    synchronized void end() {
        connections.end();
    }
}
