package centrasage.sage200.client.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sage's table of locks, as its columns are documented, in a database of each company's own. */
class SageLocksTest {
    private static final String URL = "jdbc:h2:mem:sage-{company}";
    private static final String CONDITION = "DataKey = {id} OR Data = {id}";

    private Connection sage33;
    private Connection sage34;
    private SageLocks locks;

    @BeforeEach
    void begin() throws SQLException {
        sage33 = company("33");
        sage34 = company("34");
        locks = locks(CONDITION);
    }

    @AfterEach
    void end() throws SQLException {
        locks.end();
        sage33.close();
        sage34.close();
    }

    private static SageLocks locks(String condition) {
        return new SageLocks(
                new DatabaseSettings(Optional.of(URL), Optional.of("reader"), Optional.of("secret")),
                new LockSettings(condition));
    }

    private static Connection company(String number) throws SQLException {
        Connection connection = DriverManager.getConnection(URL.replace("{company}", number), "sa", "");
        try (Statement make = connection.createStatement()) {
            make.execute(
                    "CREATE TABLE SYSActiveLock (SYSActiveLockID BIGINT, SYSUserLoginID BIGINT, OptionName VARCHAR(60),"
                            + " Data VARCHAR(255), UserName VARCHAR(60), Workstation VARCHAR(60), DateCreated DATE,"
                            + " ProcessId INT, DataKey BIGINT)");
            make.execute("CREATE USER reader PASSWORD 'secret'");
            make.execute("GRANT SELECT ON SYSActiveLock TO reader");
        }
        return connection;
    }

    private static void lock(Connection sage, String data, long key, String user, String workstation)
            throws SQLException {
        try (Statement write = sage.createStatement()) {
            write.execute(
                    "INSERT INTO SYSActiveLock (SYSActiveLockID, OptionName, Data, UserName, Workstation, DataKey) VALUES"
                            + " (1, 'SOPOrder', '" + data + "', " + user + ", " + workstation + ", " + key + ")");
        }
    }

    @Test
    void the_holder_of_a_document_is_found_by_either_column_in_its_companys_database() throws Exception {
        lock(sage33, "x", 71, "'J. Smith '", "'WS-14'");
        lock(sage33, "72", 0, "'Anna'", "NULL");
        lock(sage33, "73", 0, "NULL", "''");
        lock(sage34, "x", 74, "'Bob'", "'WS-2'");
        assertThat(locks.holders("33", Set.of("71", "72", "73", "74")))
                .containsEntry("71", "J. Smith on WS-14")
                .containsEntry("72", "Anna")
                .containsEntry("73", "another Sage user")
                .hasSize(3);
        assertThat(locks.holders("34", Set.of("71", "74"))).containsOnlyKeys("74");
    }

    @Test
    void a_lock_that_is_gone_is_seen_to_be_gone_over_the_same_connection() throws Exception {
        lock(sage33, "x", 71, "'Anna'", "'WS-14'");
        assertThat(locks.holders("33", Set.of("71"))).hasSize(1);
        try (Statement release = sage33.createStatement()) {
            release.execute("DELETE FROM SYSActiveLock");
        }
        assertThat(locks.holders("33", Set.of("71"))).isEmpty();
    }

    @Test
    void the_row_of_a_document_is_a_matter_of_the_site() throws Exception {
        lock(sage33, "SOP:71", 9, "'Anna'", "'WS-14'");
        SageLocks other = locks("OptionName = 'SOPOrder' AND Data = CONCAT('SOP:', {id})");
        assertThat(other.holders("33", Set.of("71"))).hasSize(1);
        assertThat(locks.holders("33", Set.of("71"))).isEmpty();
        other.end();
    }

    @Test
    void what_cannot_be_read_is_told_without_the_password_and_read_again_once_it_can() throws Exception {
        try (Statement break33 = sage33.createStatement()) {
            break33.execute("ALTER TABLE SYSActiveLock RENAME TO elsewhere");
        }
        assertThatThrownBy(() -> locks.holders("33", Set.of("71")))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageStartingWith("SYSActiveLock of company 33 cannot be read: ")
                .hasMessageNotContaining("secret");
        assertThat(locks.holders("34", Set.of("71"))).isEmpty();
        try (Statement mend = sage33.createStatement()) {
            mend.execute("ALTER TABLE elsewhere RENAME TO SYSActiveLock");
        }
        assertThat(locks.holders("33", Set.of("71"))).isEmpty();
    }

    @Test
    void without_an_address_there_is_nothing_to_look_into() {
        assertThat(new SageLocks(
                                new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty()),
                                new LockSettings(CONDITION))
                        .canTell())
                .isFalse();
        assertThat(locks.canTell()).isTrue();
    }
}
