package centrasage.sync.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.sync.database.Database;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens survive a restart, and nobody reads them without the key file. */
class StoredSecretsTest {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);

    @TempDir
    Path folder = Path.of("");

    private StoredSecrets secrets(String keyFile) {
        KeyFile file = new KeyFile(folder.resolve(keyFile).toString());
        return world.transactions().bean(StoredSecrets.class, world.entities(), file, world.time());
    }

    @Test
    void a_secret_is_kept_and_replaced() {
        assertThat(secrets("key").get("token")).isEmpty();
        secrets("key").put("token", "first ä");
        secrets("key").put("token", "second");
        secrets("key").put("other", "third");
        assertThat(secrets("key").get("token")).contains("second");
        assertThat(world.database().count("secret")).isEqualTo(2);
    }

    @Test
    void a_first_secret_is_written_whole_although_the_time_is_asked_of_the_database() {
        DatabaseTime time = new DatabaseTime(world.entities(), Database.URL);
        KeyFile file = new KeyFile(folder.resolve("key").toString());
        StoredSecrets secrets = world.transactions().bean(StoredSecrets.class, world.entities(), file, time);

        secrets.put("token", "first");

        assertThat(secrets.get("token")).contains("first");
    }

    @Test
    void a_secret_is_never_in_clear_and_never_twice_the_same() {
        secrets("key").put("one", "the refresh token");
        secrets("key").put("two", "the refresh token");
        assertThat(world.database().column("SELECT RAWTOHEX(cipher) FROM secret"))
                .doesNotHaveDuplicates()
                .allSatisfy(hex -> assertThat(hex).doesNotContain("72656672657368"));
    }

    @Test
    void another_key_file_is_named_as_the_cause() {
        secrets("key").put("token", "secret");
        assertThatThrownBy(() -> secrets("other").get("token"))
                .hasMessageContaining("the key file is not the one it was written with");
    }

    @Test
    void a_secret_is_committed_even_if_its_caller_fails() {
        StoredSecrets secrets = secrets("key");
        assertThatThrownBy(() -> world.transactions().inNew(() -> {
                    secrets.put("token", "rotated");
                    throw new IllegalStateException("the caller fails");
                }))
                .hasMessage("the caller fails");
        assertThat(secrets.get("token")).contains("rotated");
    }
}
