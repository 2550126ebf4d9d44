package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.database.StoreFile;
import centrasage.sync.store.JpaWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account that was taken away does not come back when the process is killed in the next moment. */
class UsersOnDiskTest {
    private static final String COUNT = "SELECT COUNT(*) FROM console_user";

    @TempDir
    private Path folder;

    private StoreFile file;
    private Users users;

    @BeforeEach
    void begin() {
        file = new StoreFile(folder);
        users = new SecurityWorld(new JpaWorld(file.database(), Duration.ofMinutes(10))).users;
    }

    @AfterEach
    void end() {
        file.close();
    }

    @Test
    void an_account_that_was_made_is_there() {
        users.set("a.name", "a long password", Set.of(Roles.CX), "admin");
        assertThat(file.left(COUNT)).isEqualTo("1");
    }

    @Test
    void an_account_that_was_changed_is_changed() {
        users.set("a.name", "a long password", Set.of(Roles.CX), "admin");
        assertThat(users.change("a.name", "a long password", Set.of(Roles.FINANCE), "admin"))
                .isEqualTo(AccountChange.DONE);
        assertThat(file.left("SELECT roles FROM console_user")).isEqualTo(Roles.FINANCE);
    }

    @Test
    void an_account_that_was_removed_is_gone() {
        users.set("a.name", "a long password", Set.of(Roles.CX), "admin");
        assertThat(users.remove("a.name", "admin")).isEqualTo(AccountChange.DONE);
        assertThat(file.left(COUNT)).isEqualTo("0");
    }
}
