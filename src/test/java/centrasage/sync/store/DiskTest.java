package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.database.StoreFile;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is killed leaves in the file: whatever is known to the outside, or will be in the next moment. */
class DiskTest {
    @TempDir
    private Path folder;

    private StoreFile file;
    private JpaWorld world;

    @BeforeEach
    void begin() {
        file = new StoreFile(folder);
        world = new JpaWorld(file.database(), Duration.ofMinutes(10));
    }

    @AfterEach
    void end() {
        file.close();
    }

    @Test
    void an_intent_is_on_the_disk_before_anything_is_sent() {
        world.record(Plans.post("1"));
        assertThat(file.left("SELECT state FROM posting"))
                .as("an ordinary commit, which a kill takes along")
                .isEqualTo("nothing");
        Claimed claimed =
                world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 1).get(0);
        assertThat(world.store().intend(claimed, StoreContract.LEASE, "nothing found"))
                .isTrue();
        assertThat(file.left("SELECT state FROM posting")).isEqualTo("SENDING");
    }

    @Test
    void who_was_erased_is_erased_on_the_disk_when_somebody_is_told_so() {
        world.aNewerVersionWaits("1");
        file.database().execute("CHECKPOINT SYNC");
        assertThat(file.left("SELECT wrapped_key FROM personal_key")).isNotNull();
        assertThat(world.erasure().erase("C1", "anna")).isTrue();
        assertThat(file.left("SELECT COALESCE(RAWTOHEX(wrapped_key), 'destroyed') FROM personal_key"))
                .isEqualTo("destroyed");
    }

    @Test
    void a_secret_that_was_exchanged_for_the_last_one_is_on_the_disk() {
        world.secrets().put("sage-sign-in", "the new one");
        assertThat(file.left("SELECT name FROM secret")).isEqualTo("sage-sign-in");
    }
}
