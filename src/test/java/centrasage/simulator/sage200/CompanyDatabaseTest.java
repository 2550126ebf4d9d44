package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Who has an order open, asked of Sage's own database. */
final class CompanyDatabaseTest extends SageTest {
    private static final String LOCKS = "SELECT UserName, Workstation, DataKey, Data, OptionName, DateTimeCreated"
            + " FROM dbo.SYSActiveLock WITH (NOLOCK) ORDER BY DataKey";

    @Test
    void there_is_no_database_unless_it_was_asked_for() {
        assertThat(sage.get("/control/database").status()).isEqualTo(404);
    }

    @Test
    void the_table_shows_the_locks_of_the_moment() throws SQLException {
        JsonNode order = taken(sage.order("CENTGBP1", "C1001", sage.standard("TEE-M", "1", "10", 1)));
        long id = order.path("id").asLong();
        try (Connection reader = reader()) {
            assertThat(count(reader)).isZero();

            sage.put("/control/clock", SageCaller.json("{'now': '2026-11-23T10:00:00Z'}"));
            sage.post(
                    "/control/locks",
                    Json.object()
                            .put("order", id)
                            .put("user", "A. Jones")
                            .put("workstation", "WS-2")
                            .put("seconds", 60));

            try (Statement statement = reader.createStatement();
                    ResultSet row = statement.executeQuery(LOCKS)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("UserName")).isEqualTo("A. Jones");
                assertThat(row.getString("Workstation")).isEqualTo("WS-2");
                assertThat(row.getLong("DataKey")).isEqualTo(id);
                assertThat(row.getString("Data"))
                        .isEqualTo(order.path("document_no").asText());
                assertThat(row.getTimestamp("DateTimeCreated").toLocalDateTime())
                        .asString()
                        .startsWith("2026-11-23T10:00");
                assertThat(row.next()).isFalse();
            }
            sage.put("/control/clock", SageCaller.json("{'advance': 'PT61S'}"));
            assertThat(count(reader)).isZero();
        }
    }

    @Test
    void the_login_may_read_and_nothing_else() throws SQLException {
        try (Connection reader = reader();
                Statement statement = reader.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("CREATE TABLE dbo.mine (id INT)"));
        }
    }

    private Connection reader() throws SQLException {
        site("{'database': true}");
        JsonNode database = sage.get("/control/database").json().path("33");
        return DriverManager.getConnection(
                database.path("url").asText(),
                database.path("user").asText(),
                database.path("password").asText());
    }

    private static int count(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM SYSActiveLock")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
