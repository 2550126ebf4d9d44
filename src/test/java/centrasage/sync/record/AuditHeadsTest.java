package centrasage.sync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that remembers the heads of the trail: a line each, on the disk, and not growing for ever. */
class AuditHeadsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private AuditHeads heads() {
        return new AuditHeads(folder.resolve("data/heads.log").toString());
    }

    private static AuditHeads.Seen seen(long number, Instant at) {
        return new AuditHeads.Seen(at, new AuditSealer.Head(number, Sha256.hex(new byte[] {(byte) number})));
    }

    @Test
    void a_line_is_a_time_a_number_and_a_hash_and_is_read_back_by_the_next_process() throws IOException {
        AuditHeads heads = heads();
        assertThat(heads.read().isEmpty()).isTrue();
        heads.append(seen(7, NOON));
        heads.append(seen(9, NOON.plusSeconds(60)));
        assertThat(Files.readAllLines(heads.file()))
                .hasSize(2)
                .first()
                .isEqualTo("2026-11-23T12:00:00Z 7 " + seen(7, NOON).head().hash());
        assertThat(heads().read().seen()).containsExactly(seen(7, NOON), seen(9, NOON.plusSeconds(60)));
        assertThat(heads().read().damaged()).isEmpty();
    }

    @Test
    void what_a_crash_left_of_a_line_is_cut_off() throws IOException {
        heads().append(seen(7, NOON));
        Files.writeString(heads().file(), "2026-11-23T12:01:00Z 9 abc", StandardOpenOption.APPEND);
        heads().append(seen(11, NOON.plusSeconds(120)));
        assertThat(heads().read()).satisfies(content -> {
            assertThat(content.damaged()).isEmpty();
            assertThat(content.seen()).containsExactly(seen(7, NOON), seen(11, NOON.plusSeconds(120)));
        });
    }

    @Test
    void damaged_lines_are_named_and_stay() throws IOException {
        heads().append(seen(7, NOON));
        Files.write(heads().file(), new byte[] {(byte) 0xff, 0, '\n'}, StandardOpenOption.APPEND);
        Files.writeString(
                heads().file(), "2026-11-23T12:01:00Z nine abc\n" + "x".repeat(300), StandardOpenOption.APPEND);
        heads().append(seen(8, NOON));
        assertThat(heads().read().damaged()).containsExactly(2, 3, 4);
        assertThat(heads().read().seen()).containsExactly(seen(7, NOON), seen(8, NOON));
    }

    @Test
    void after_a_restore_the_highest_is_not_the_last() {
        heads().append(seen(70, NOON));
        heads().append(seen(9, NOON.plusSeconds(60)));
        assertThat(heads().read().last()).contains(seen(9, NOON.plusSeconds(60)));
        assertThat(heads().read().highest()).contains(seen(70, NOON));
    }

    @Test
    void of_days_that_have_passed_a_line_a_day_is_kept() {
        AuditHeads heads = new AuditHeads(heads().file().toString(), 100);
        Instant at = NOON;
        for (int line = 1; line <= 500; line++) {
            heads.append(seen(line, at));
            at = at.plus(Duration.ofHours(1));
        }
        List<AuditHeads.Seen> kept = heads().read().seen();
        assertThat(kept)
                .hasSizeLessThan(102)
                .startsWith(seen(1, NOON))
                .endsWith(seen(500, at.minus(Duration.ofHours(1))));
        assertThat(kept.stream().map(line -> line.at().toString()).filter(line -> line.startsWith("2026-11-25")))
                .as("the last of a day")
                .containsExactly("2026-11-25T23:00:00Z");
    }

    @Test
    void a_file_that_cannot_be_used_is_named() throws IOException {
        Files.createDirectories(heads().file());
        assertThatThrownBy(() -> heads().read())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("audit.heads-file " + heads().file());
        assertThatThrownBy(() -> heads().append(seen(1, NOON)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("audit.heads-file " + heads().file());
    }
}
