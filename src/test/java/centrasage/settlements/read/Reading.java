package centrasage.settlements.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file that a test has written, and all that is read of it. */
public record Reading(List<Batch> batches, List<SettlementLine> lines) {

    public static Source file(String name, byte[] bytes) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    public static Source file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file that its reader knows for its own. */
    public static Reading of(SettlementReader reader, Source source) {
        try {
            assertThat(reader.reads(Head.of(source))).isTrue();
            List<SettlementLine> lines = new ArrayList<>();
            List<Batch> batches = reader.read(source, lines::add);
            return new Reading(batches, lines);
        } catch (IOException | UnreadableFile e) {
            throw new AssertionError(e);
        }
    }

    /** Why nothing of it can be trusted. */
    public static Fault refusal(SettlementReader reader, Source source) {
        return catchThrowableOfType(UnreadableFile.class, () -> reader.read(source, line -> {}))
                .fault();
    }

    /** The only batch of the file. */
    public Batch batch() {
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }

    /** @param name as its key is written */
    public Batch batch(String name) {
        return batches.stream()
                .filter(batch -> batch.key().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no batch " + name + " among " + batches));
    }

    /** @param number of the line in the file */
    public SettlementLine line(long number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + number + " among " + lines));
    }

    /** The only fault of the only batch. */
    public Fault fault() {
        assertThat(batch().faults()).hasSize(1);
        return batch().faults().get(0);
    }
}
