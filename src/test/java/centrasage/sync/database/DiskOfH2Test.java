package centrasage.sync.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2's background writer has taken what was committed and has not written it yet: forcing it waits all the same. */
@Timeout(60)
class DiskOfH2Test {
    @TempDir
    private Path folder;

    private Database database;
    private Disk disk;
    /** H2 closes the file with its last connection. */
    private Connection held;

    @BeforeEach
    void begin() throws SQLException {
        HeldDisk.plugIn();
        String url = "jdbc:h2:held:" + folder.resolve("store") + ";MODE=LEGACY;FILE_LOCK=NO;WRITE_DELAY=3600000";
        database = Database.at(url);
        disk = database.transactions().bean(Disk.class, database.transactions().entities(), url);
        held = database.connection();
        database.execute("CHECKPOINT SYNC");
    }

    @AfterEach
    void end() throws SQLException {
        HeldDisk.letGo();
        held.close();
        database.close();
    }

    @Test
    void what_the_background_writer_has_taken_is_waited_for() throws SQLException {
        HeldDisk.hold();
        database.execute(
                "INSERT INTO watermark (name, read_to, moved_at) VALUES ('one', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)");
        MVStore store = store();
        store.tryCommit(); // what the background writer does every half second
        while (store.hasUnsavedChanges()) {
            Thread.onSpinWait();
        }
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(HeldDisk::letGo);
        disk.force();
        assertThat(HeldDisk.isHeld()).as("returned while nothing was written").isFalse();
    }

    @Test
    void nothing_of_it_is_left_in_the_database() {
        disk.force();
        disk.force();
        assertThat(database.count("lease")).isZero();
    }

    /** The row that was not saved stands in the file of a killed process as one that was never committed. */
    @Test
    void what_a_kill_leaves_of_it_is_undone_and_keeps_nothing_from_opening() throws Exception {
        disk.force();
        Files.copy(folder.resolve("store.mv.db"), folder.resolve("left.mv.db"));
        for (String access : List.of("r", "rw", "r", "rw", "rw")) {
            String url = "jdbc:h2:file:" + folder.resolve("left") + ";MODE=LEGACY;ACCESS_MODE_DATA=" + access;
            try (Connection connection = DriverManager.getConnection(url, "sa", "sa");
                    ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM lease")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    private MVStore store() throws SQLException {
        SessionLocal session = (SessionLocal) held.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
