package centrasage.settlements.folder;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.settlements.folder.Inbox.Aside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken, and where they go. */
class InboxTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration QUIET = Duration.ofSeconds(30);
    /** As {@code sha256sum} prints it of {@code abc}. */
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder = Path.of("");

    private Path put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(QUIET)));
        return file;
    }

    private List<String> ready() throws IOException {
        return new Inbox(folder)
                .ready(NOW, QUIET).stream()
                        .map(file -> file.getFileName().toString())
                        .toList();
    }

    private List<String> aside(Aside where) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(where == Aside.DONE ? "done" : "held"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void what_nobody_has_written_for_so_long_is_ready() throws IOException {
        put("b.csv", "b");
        put("a.csv", "a");
        Files.setLastModifiedTime(
                put("c.csv", "c"), FileTime.from(NOW.minus(QUIET).plusMillis(1)));
        Files.createDirectory(folder.resolve("folder.csv"));
        assertThat(ready()).containsExactly("a.csv", "b.csv");
    }

    /** A browser calls the second download, which is the corrected one, {@code report (1).csv}. */
    @Test
    void the_oldest_file_comes_first_whatever_it_is_called() throws IOException {
        put("report (1).csv", "corrected");
        Files.setLastModifiedTime(
                put("report.csv", "first"), FileTime.from(NOW.minus(QUIET).minusSeconds(60)));
        assertThat(ready()).containsExactly("report.csv", "report (1).csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report.csv.part",
                "report.csv.FILEPART",
                "report.tmp",
                "report.csv.crdownload",
                "report.csv.writing",
                ".report.csv"
            })
    void what_is_called_as_an_unfinished_file_waits_however_old_it_is(String name) throws IOException {
        put(name, "half of it");
        assertThat(ready()).isEmpty();
    }

    @Test
    void an_inbox_that_is_not_there_is_made_and_is_empty() throws IOException {
        Path inbox = folder.resolve("some/inbox");
        assertThat(new Inbox(inbox).ready(NOW, QUIET)).isEmpty();
        assertThat(inbox).isDirectory();
    }

    @Test
    void the_hash_is_that_of_the_bytes() throws IOException {
        assertThat(Inbox.hash(put("a.csv", "abc"))).isEqualTo(HASH_OF_ABC);
        assertThat(Inbox.hash(put("b.csv", "abd"))).isNotEqualTo(HASH_OF_ABC);
    }

    @Test
    void each_goes_aside_under_its_name() throws IOException {
        Inbox inbox = new Inbox(folder);
        inbox.move(put("a.csv", "abc"), Aside.DONE, HASH_OF_ABC);
        inbox.move(put("b.csv", "abd"), Aside.HELD, "0123456789abcdef");
        assertThat(aside(Aside.DONE)).containsExactly("a.csv");
        assertThat(aside(Aside.HELD)).containsExactly("b.csv");
        assertThat(ready()).isEmpty();
    }

    @Test
    void another_file_of_the_same_name_is_told_apart_by_its_hash_and_neither_is_lost() throws IOException {
        Inbox inbox = new Inbox(folder);
        inbox.move(put("a.csv", "other"), Aside.DONE, "0123456789abcdef");
        inbox.move(put("a.csv", "abc"), Aside.DONE, HASH_OF_ABC);
        assertThat(aside(Aside.DONE)).containsExactly("a.csv", "ba7816bf8f01-a.csv");
        assertThat(folder.resolve("done/a.csv")).hasContent("other");
        assertThat(folder.resolve("done/ba7816bf8f01-a.csv")).hasContent("abc");
    }

    @Test
    void one_that_is_aside_already_with_its_hash_is_not_kept_twice() throws IOException {
        Inbox inbox = new Inbox(folder);
        inbox.move(put("a.csv", "other"), Aside.DONE, "0123456789abcdef");
        inbox.move(put("a.csv", "abc"), Aside.DONE, HASH_OF_ABC);
        inbox.move(put("a.csv", "abc"), Aside.DONE, HASH_OF_ABC);
        assertThat(aside(Aside.DONE)).containsExactly("a.csv", "ba7816bf8f01-a.csv");
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }
}
