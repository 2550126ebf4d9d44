package centrasage.sync.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
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
    protected DatabaseTime() {}

    @Inject
    public DatabaseTime(EntityManager entities, @ConfigProperty(name = "store.url") String url) {
        this.entities = entities;
        this.sql = url.startsWith("jdbc:sqlserver:")
                ? "SELECT SYSUTCDATETIME()"
                : "SELECT EXTRACT(EPOCH FROM CURRENT_TIMESTAMP)";
    }

    public Instant now() {
        Object value = entities.createNativeQuery(sql).getSingleResult();
        return (value instanceof BigDecimal seconds ? ofSeconds(seconds) : UtcTimes.aggregate(value))
                .truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant ofSeconds(BigDecimal seconds) {
        return Instant.EPOCH.plus(seconds.movePointRight(6).longValue(), ChronoUnit.MICROS);
    }
}
