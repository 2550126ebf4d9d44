package centrasage.sync.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key file: made once, read by its owner alone, and never quietly replaced. */
class KeyFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void the_first_start_makes_a_key_that_later_starts_read() {
        String file = folder.resolve("new/folder/key").toString();
        byte[] key = new KeyFile(file).key();
        assertThat(key).hasSize(32).isEqualTo(new KeyFile(file).key());
        assertThat(key).isNotEqualTo(new KeyFile(folder.resolve("other").toString()).key());
    }

    @Test
    void nobody_but_its_owner_reads_it() throws IOException {
        Path file = folder.resolve("key");
        new KeyFile(file.toString()).key();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_blank_line_at_its_end_does_no_harm() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]) + "\r\n");
        assertThat(new KeyFile(file.toString()).key()).isEqualTo(new byte[32]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
    void a_damaged_key_is_named_with_its_remedy_and_left_alone(String content) throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, content);
        assertThatThrownBy(() -> new KeyFile(file.toString()).key())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store.encryption-key-file")
                .hasMessageContaining("restore it from its backup");
        assertThat(file).hasContent(content);
    }

    @Test
    void a_key_that_cannot_be_made_is_named() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "in the way");
        assertThatThrownBy(() -> new KeyFile(file.resolve("key").toString()).key())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("store.encryption-key-file");
    }

    @Test
    void nobody_changes_the_key_from_outside() {
        KeyFile file = new KeyFile(folder.resolve("key").toString());
        byte[] key = file.key();
        key[0]++;
        assertThat(file.key()).isNotEqualTo(key);
    }
}
