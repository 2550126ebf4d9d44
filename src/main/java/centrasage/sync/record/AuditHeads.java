package centrasage.sync.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The heads of the audit trail in a file beside, and never inside, the database: whoever cuts off the end of the trail, or
 * puts an older database in its place, does not change what this file has seen.
 *
 * <p>A line is a time, the number of the last sealed row, and its hash. Lines are only appended, and forced to the disk. Of
 * days that have passed the last line is kept, so that the file grows by a line a day. Each node has its own.
 */
@ApplicationScoped
public class AuditHeads {
    /** Days of which every line is kept. */
    private static final Duration WHOLE = Duration.ofDays(2);
    /** Above so many lines the days that have passed are thinned out: more than a line each minute for two days. */
    private static final int LINES_MOST = 4_000;

    /** Longer than any line of ours. */
    private static final int LINE_MOST = 200;

    private Path file;
    private int linesMost;
    private int lines;

    @SuppressWarnings("NullAway.Init")
    AuditHeads() {}

    @Inject
    AuditHeads(@ConfigProperty(name = "audit.heads-file") String file) {
        this(file, LINES_MOST);
    }

    AuditHeads(String file, int linesMost) {
        this.file = Path.of(file).toAbsolutePath();
        this.linesMost = linesMost;
    }

    /** A head as it was seen at a time. */
    public record Seen(Instant at, AuditSealer.Head head) {
        private String line() {
            return at + " " + head.number() + " " + head.hash() + "\n";
        }

        private static Optional<Seen> of(String line) {
            String[] parts = line.split(" ", -1);
            try {
                return parts.length == 3 && parts[2].length() == AuditSealer.BEGINNING.length()
                        ? Optional.of(new Seen(
                                Instant.parse(parts[0]), new AuditSealer.Head(Long.parseLong(parts[1]), parts[2])))
                        : Optional.empty();
            } catch (DateTimeParseException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * What the file says.
     *
     * @param damaged the numbers of lines that are none of ours
     */
    public record Content(List<Seen> seen, List<Integer> damaged) {
        public Content {
            seen = List.copyOf(seen);
            damaged = List.copyOf(damaged);
        }

        public boolean isEmpty() {
            return seen.isEmpty() && damaged.isEmpty();
        }

        public Optional<Seen> last() {
            return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
        }

        /** The one with the greatest number: after a restore it is not the last. */
        public Optional<Seen> highest() {
            return seen.stream()
                    .max((one, other) ->
                            Long.compare(one.head().number(), other.head().number()));
        }
    }

    public Path file() {
        return file;
    }

    /**
     * What the file says; empty when there is none.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public synchronized Content read() {
        try {
            if (!Files.exists(file)) {
                return new Content(List.of(), List.of());
            }
            List<Seen> seen = new ArrayList<>();
            List<Integer> damaged = new ArrayList<>();
            // Latin 1 takes every byte, so that a damaged line is one damaged line and not an unreadable file
            List<String> all = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            for (int index = 0; index < all.size(); index++) {
                Optional<Seen> one = Seen.of(all.get(index));
                one.ifPresent(seen::add);
                if (one.isEmpty()) {
                    damaged.add(index + 1);
                }
            }
            lines = all.size();
            return new Content(seen, damaged);
        } catch (IOException e) {
            throw new UncheckedIOException("audit.heads-file " + file + " cannot be read", e);
        }
    }

    /**
     * Appends a line, which is on the disk when this returns.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public synchronized void append(Seen seen) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                cutTornLine(channel);
                write(channel, channel.size(), seen.line());
            }
            lines++;
            if (lines > linesMost) {
                thinOut(seen.at());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("audit.heads-file " + file + " cannot be written", e);
        }
    }

    /** A short line without its end is what a crash left of it; it was never said to be written. */
    private static void cutTornLine(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(size, LINE_MOST));
        channel.read(tail, size - tail.capacity());
        String text = new String(tail.array(), StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('\n') + 1;
        if (end > 0 || size < LINE_MOST) {
            channel.truncate(size - text.length() + end);
        } else {
            write(channel, size, "\n"); // not ours, and not ours to delete: it is told as a damaged line
        }
    }

    private static void write(FileChannel channel, long at, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        long position = at;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        channel.force(true);
    }

    /** Damaged lines are told by the check until a person has seen to them, so a damaged file is left as it is. */
    private void thinOut(Instant now) throws IOException {
        Content content = read();
        if (!content.damaged().isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        Collection<Seen> kept = kept(content, now.minus(WHOLE));
        kept.forEach(seen -> text.append(seen.line()));
        Path thinner = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(thinner);
        try (FileChannel channel = FileChannel.open(thinner, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, 0, text.toString());
        }
        Files.move(thinner, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines = kept.size();
    }

    /** The first of all, which says since when the file knows the trail; of each day before, the highest; the rest whole. */
    private static Collection<Seen> kept(Content content, Instant wholeFrom) {
        List<Seen> kept = new ArrayList<>();
        Map<LocalDate, Seen> ofDay = new TreeMap<>();
        content.seen().stream().limit(1).forEach(kept::add);
        for (Seen seen : content.seen().subList(1, content.seen().size())) {
            if (seen.at().isBefore(wholeFrom)) {
                ofDay.merge(
                        LocalDate.ofInstant(seen.at(), ZoneOffset.UTC),
                        seen,
                        (one, other) -> one.head().number() > other.head().number() ? one : other);
            }
        }
        kept.addAll(ofDay.values());
        content.seen().stream()
                .skip(1)
                .filter(seen -> !seen.at().isBefore(wholeFrom))
                .forEach(kept::add);
        return kept;
    }
}
