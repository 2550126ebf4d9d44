package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.database.Database;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is killed leaves in the file: whatever is known to the outside, or will be in the next moment. */
class DiskTest {
    /** The file of a running H2 is locked otherwise, and written in the background. */
    private static final String OPTIONS = ";MODE=LEGACY;FILE_LOCK=NO";

    private static final String NEVER_BY_ITSELF = ";WRITE_DELAY=3600000";

    @TempDir
    private Path folder;

    private Database database;
    private JpaWorld world;

    @BeforeEach
    void begin() {
        database = Database.at("jdbc:h2:file:" + folder.resolve("store") + OPTIONS + NEVER_BY_ITSELF);
        world = new JpaWorld(database, Duration.ofMinutes(10));
    }

    @AfterEach
    void end() {
        database.close();
    }

    /** The file as it is in this moment, opened as the next process would open it. */
    private String left(String sql) throws IOException, SQLException {
        Files.copy(folder.resolve("store.mv.db"), folder.resolve("left.mv.db"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("left") + OPTIONS, "sa", "sa");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing";
        } finally {
            Files.delete(folder.resolve("left.mv.db"));
        }
    }

    @Test
    void an_intent_is_on_the_disk_before_anything_is_sent() throws Exception {
        database.execute("CHECKPOINT SYNC");
        world.record(Plans.post("1"));
        assertThat(left("SELECT state FROM posting"))
                .as("an ordinary commit, which a kill takes along")
                .isEqualTo("nothing");
        Claimed claimed =
                world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 1).get(0);
        assertThat(world.store().intend(claimed, StoreContract.LEASE, "nothing found"))
                .isTrue();
        assertThat(left("SELECT state FROM posting")).isEqualTo("SENDING");
    }

    @Test
    void a_secret_that_was_exchanged_for_the_last_one_is_on_the_disk() throws Exception {
        world.secrets().put("sage-sign-in", "the new one");
        assertThat(left("SELECT name FROM secret")).isEqualTo("sage-sign-in");
    }
}
