package centrasage.settlements.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The folder in which files wait, with those in it to which they go. */
public final class Inbox {
    /** What programs call a file that they are still writing. */
    private static final Set<String> UNFINISHED = Set.of(".part", ".filepart", ".tmp", ".crdownload", ".writing");

    private static final int BUFFER = 64 * 1024;
    private static final int HASH_SHOWN = 12;

    private final Path folder;

    public Inbox(Path folder) {
        this.folder = folder;
    }

    /** Where what was taken goes, and what nobody can use. */
    public enum Aside {
        DONE,
        HELD
    }

    /** Where a file of this name may lie: waiting, taken or held. */
    public List<Path> places(String name) {
        return Stream.concat(Stream.of(folder), Stream.of(Aside.values()).map(this::aside))
                .map(place -> place.resolve(name))
                .toList();
    }

    private Path aside(Aside where) {
        return folder.resolve(where.name().toLowerCase(Locale.ROOT));
    }

    /** Those that nobody has written for so long, the oldest first: of two that tell the same batch the later one counts. */
    public List<Path> ready(Instant now, Duration quiet) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Instant last = now.minus(quiet);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isUnfinished(String.valueOf(file.getFileName())))
                    .filter(file -> !changed(file).isAfter(last))
                    .sorted(Comparator.comparing(Inbox::changed).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** A file that is gone or cannot be looked at was changed just now. */
    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    /** SHA-256 of its bytes, in 64 small hexadecimal digits. */
    public static String hash(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER];
            while (digesting.read(buffer) >= 0) {
                // what is read is hashed on its way
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /**
     * Moves a file aside, under its name; under one with a part of its hash where another has that name already. One that is there with the
     * same content is the same file.
     */
    public void move(Path file, Aside where, String hash) throws IOException {
        Path aside = Files.createDirectories(aside(where));
        String name = String.valueOf(file.getFileName());
        Path target = aside.resolve(name);
        if (Files.exists(target) && !hash(target).equals(hash)) {
            target = aside.resolve(hash.substring(0, HASH_SHOWN) + "-" + name);
        }
        if (Files.exists(target)) {
            Files.delete(file);
        } else {
            Files.move(file, target);
        }
    }
}
