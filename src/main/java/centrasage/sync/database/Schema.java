package centrasage.sync.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations under {@code sql/}: the only truth of the schema, run forward at each start. */
@ApplicationScoped
public class Schema {
    @Resource(lookup = "java:global/jdbc/centrasage")
    private DataSource dataSource;

    @SuppressWarnings("NullAway.Init")
    Schema() {}

    /**
     * Brings the database up to this version; does nothing when it already is.
     *
     * @throws org.flywaydb.core.api.FlywayException when a migration fails or a past one was changed
     */
    public void migrate() {
        migrate(dataSource, System.getProperty("store.url", ""));
    }

    static void migrate(DataSource dataSource, String url) {
        String vendor = url.startsWith("jdbc:sqlserver:") ? "sqlserver" : "h2";
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:sql/common", "classpath:sql/" + vendor)
                .placeholderReplacement(false)
                .load()
                .migrate();
    }
}
