package centrasage.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time of the database in UTC, so that two nodes with different clocks agree on who holds a lease; to the microsecond,
 * as the columns keep it.
 */
@ApplicationScoped
public class DatabaseTime {
    private EntityManager entities;
    private String sql;

    @SuppressWarnings("NullAway.Init")
    DatabaseTime() {}

    @Inject
    DatabaseTime(EntityManager entities, @ConfigProperty(name = "store.url") String url) {
        this.entities = entities;
        this.sql = url.startsWith("jdbc:sqlserver:")
                ? "SELECT SYSUTCDATETIME()"
                : "SELECT CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP)";
    }

    public Instant now() {
        Object value = entities.createNativeQuery(sql).getSingleResult();
        LocalDateTime time = value instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) value;
        return time.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
