package centrasage.sync.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory, migrated by the real scripts, with the real entities on EclipseLink: made once and emptied for each test. */
public final class Database {
    public static final String URL = "jdbc:h2:mem:store;MODE=LEGACY;DB_CLOSE_DELAY=-1";
    private static final Database SHARED = new Database(URL);

    private final JdbcDataSource source = new JdbcDataSource();
    private final EntityManagerFactory factory;
    private final Transactions transactions;

    private Database(String url) {
        source.setURL(url);
        source.setUser("sa");
        source.setPassword("sa");
        Schema.migrate(source, url);
        factory = Persistence.createEntityManagerFactory("store", properties(url));
        transactions = new Transactions(factory, url);
    }

    private static Map<String, String> properties(String url) {
        return Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.jdbc.driver", "org.h2.Driver",
                "jakarta.persistence.jdbc.url", url,
                "jakarta.persistence.jdbc.user", "sa",
                "jakarta.persistence.jdbc.password", "sa",
                "eclipselink.weaving", "false",
                "eclipselink.logging.level", "OFF");
    }

    /** The database of this JVM, without a row. */
    public static Database empty() {
        SHARED.clear();
        return SHARED;
    }

    /** A database of its own, such as one on a file. */
    public static Database at(String url) {
        return new Database(url);
    }

    public void close() {
        factory.close();
    }

    EntityManagerFactory factory() {
        return factory;
    }

    public Transactions transactions() {
        return transactions;
    }

    DataSource source() {
        return source;
    }

    public Connection connection() throws SQLException {
        return source.getConnection();
    }

    /** Runs a statement and commits it. */
    public int execute(String sql, Object... values) {
        try (Connection connection = connection();
                var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row. */
    public List<String> column(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Whether somebody waits for a lock. */
    public boolean isWaitedFor() {
        return !column("SELECT SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")
                .isEmpty();
    }

    public int count(String table) {
        return Integer.parseInt(column("SELECT COUNT(*) FROM " + table).get(0));
    }

    private void clear() {
        execute("SET REFERENTIAL_INTEGRITY FALSE");
        column("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"
                        + " AND TABLE_NAME NOT LIKE 'flyway%'")
                .forEach(table -> execute("TRUNCATE TABLE \"" + table + "\""));
        execute("SET REFERENTIAL_INTEGRITY TRUE");
    }
}
