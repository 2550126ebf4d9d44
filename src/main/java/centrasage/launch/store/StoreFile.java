package centrasage.launch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of a store in H2. */
public final class StoreFile {
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");
    private static final Pattern ELSEWHERE = Pattern.compile("jdbc:h2:(?!file:)[a-z0-9]{2,}:.*");

    private StoreFile() {}

    /** The database file; empty for a store in memory or on a server. */
    public static Optional<Path> of(String url) {
        Matcher file = FILE.matcher(url);
        if (ELSEWHERE.matcher(url).matches() || !file.matches()) {
            return Optional.empty();
        }
        try {
            String name = file.group(1).replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")));
            return Optional.of(Path.of(name + ".mv.db").toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a database can be made or written there; tried, because no right that can be asked for tells it all. */
    public static List<String> faults(Path file) {
        String user = System.getProperty("user.name");
        Path folder = file.resolveSibling(".").normalize();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createFile(
                    folder.resolve("centra-sage200-" + ProcessHandle.current().pid() + ".probe")));
        } catch (IOException e) {
            return List.of("store.url: the folder " + folder + " cannot be written by the user " + user
                    + "; give this user the right to, or name another folder");
        }
        return Files.exists(file) && !Files.isWritable(file)
                ? List.of("store.url: " + file + " cannot be written by the user " + user
                        + "; give this user the right to read and write it")
                : List.of();
    }
}
