package centrasage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.database.StoreFile;
import centrasage.sync.store.JpaWorld;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person was told to be done is done, also if the process is killed in the next moment. */
class DeskOnDiskTest {
    @TempDir
    private Path folder;

    private StoreFile file;
    private DeskWorld world;
    private long id;

    @BeforeEach
    void begin() {
        file = new StoreFile(folder);
        world = new DeskWorld(new JpaWorld(file.database(), Duration.ofMinutes(10)));
        world.receive("1", "{}");
        world.hold("1", DeskWorld.UNKNOWN_SKU);
        id = world.only().id();
    }

    @AfterEach
    void end() {
        file.close();
    }

    private String deeds() {
        return file.left("SELECT LISTAGG(action, ' ') WITHIN GROUP (ORDER BY id) FROM audit_entry WHERE actor = 'ann'");
    }

    @Test
    void an_order_that_was_given_up_stays_given_up() {
        assertThat(world.desk.resolve(id, "ann", "entered by hand")).isTrue();
        assertThat(file.left("SELECT state FROM posting")).isEqualTo("ABANDONED");
        assertThat(file.left("SELECT state FROM business_exception")).isEqualTo("RESOLVED");
    }

    @Test
    void an_order_that_is_to_be_planned_again_is_planned_again() {
        assertThat(world.desk.retry(id, "ann")).isTrue();
        assertThat(deeds()).isEqualTo("RETRY");
    }

    @Test
    void an_exception_that_was_given_to_somebody_is_theirs() {
        assertThat(world.desk.assign(id, "ann", "bob")).isTrue();
        assertThat(file.left("SELECT assigned_to FROM business_exception")).isEqualTo("bob");
    }
}
