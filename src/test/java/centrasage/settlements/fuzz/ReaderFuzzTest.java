package centrasage.settlements.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.settlements.file.Batch;
import centrasage.settlements.read.UnreadableFile;
import centrasage.simulator.psp.PspBatch;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged files of every kind: either the damage is found, or what is paid out is what it was. Never an exception that nobody foresaw, and
 * never an end without a word.
 */
class ReaderFuzzTest {
    private static final long SEED = 20261130;
    private static final int FILES = 50;

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of(Format.adyen(), 60_000),
                Arguments.of(Format.paypal(','), 35_000),
                Arguments.of(Format.paypal('\t'), 10_000),
                Arguments.of(Format.stripe(), 40_000),
                Arguments.of(Format.klarna(), 35_000),
                Arguments.of(Format.json(), 20_000),
                Arguments.of(Format.profile(), 10_000),
                Arguments.of(Format.workbook(), 5_000));
    }

    /** How many batches were as they had been, how many were refused, and of how many files nothing was taken. */
    private record Counts(LongAdder proven, LongAdder refused, LongAdder unreadable) {
        void add(List<Batch> batches) {
            batches.forEach(batch -> (batch.isProven() ? proven : refused).increment());
        }
    }

    /** All files of one format take some seconds together: one that is never done is found by the time. */
    @ParameterizedTest
    @MethodSource("formats")
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damage_is_found_or_changes_no_total(Format format, int inputs) {
        Counts counts = new Counts(new LongAdder(), new LongAdder(), new LongAdder());
        long began = System.nanoTime();
        IntStream.range(0, FILES).parallel().forEach(file -> damage(format, file, inputs / FILES, counts));
        System.out.printf(
                "%s, seed %d: %d files in %d ms; %d batches were as they had been, %d and %d whole files were"
                        + " refused%n",
                format,
                SEED,
                inputs,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                counts.proven().sum(),
                counts.refused().sum(),
                counts.unreadable().sum());
        assertThat(counts.proven().sum()).as("damage that changes no total").isGreaterThan(inputs / 20);
        assertThat(counts.refused().sum() + counts.unreadable().sum())
                .as("damage that is found")
                .isGreaterThan(inputs / 10);
    }

    /** One file, damaged anew each time; the same number damages the same file in the same way for ever. */
    private static void damage(Format format, int file, int times, Counts counts) {
        List<PspBatch> batches = format.batches(SEED + file, 1 + file % 8);
        byte[] whole = format.written(batches);
        Damage damage = format.damage().apply(new Random(SEED + file), batches);
        Truth truth = new Truth(reading(format, whole));
        for (int i = 0; i < times; i++) {
            byte[] damaged = damage.of(whole);
            try {
                List<Batch> read = read(format, damaged);
                truth.holds(read);
                counts.add(read);
            } catch (UnreadableFile e) {
                Truth.isExplained(e.fault());
                counts.unreadable().increment();
            } catch (RuntimeException | Error e) {
                String text = new String(damaged, ISO_8859_1);
                throw new AssertionError(format + ", file " + file + ", damage " + i + ":\n" + text, e);
            }
        }
    }

    private static List<Batch> reading(Format format, byte[] bytes) {
        try {
            return read(format, bytes);
        } catch (UnreadableFile e) {
            throw new AssertionError(e);
        }
    }

    private static List<Batch> read(Format format, byte[] bytes) throws UnreadableFile {
        try {
            return format.reader().read(format.source(bytes), line -> {});
        } catch (IOException e) {
            throw new AssertionError("no byte of it failed to be read, it is only damaged", e);
        }
    }
}
