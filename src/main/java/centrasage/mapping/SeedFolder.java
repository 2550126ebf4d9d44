package centrasage.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder named by {@code mapping.seed}: one CSV file for each kind of mapping, in UTF-8. */
public final class SeedFolder {
    private SeedFolder() {}

    /** @throws MappingFaults with everything that is wrong in all files, or with the folder */
    public static Mappings load(Path folder) throws MappingFaults {
        Map<String, String> files = new TreeMap<>();
        return Mappings.parse(files, read(folder, files));
    }

    /**
     * The texts of the files, whatever they say.
     *
     * @throws MappingFaults when the folder or one of its files cannot be read
     */
    public static Map<String, String> texts(Path folder) throws MappingFaults {
        Map<String, String> files = new TreeMap<>();
        Map<String, MappingFault> unread = read(folder, files);
        if (!unread.isEmpty()) {
            throw new MappingFaults(List.copyOf(unread.values()));
        }
        return files;
    }

    /** Fills in what can be read, and says what cannot. */
    private static Map<String, MappingFault> read(Path folder, Map<String, String> files) throws MappingFaults {
        Map<String, MappingFault> unread = new TreeMap<>();
        for (Path file : csvFiles(folder)) {
            String name = file.getFileName().toString();
            try {
                files.put(name, text(file));
            } catch (CharacterCodingException e) {
                unread.put(name, MappingFault.ofFile(name, "is not UTF-8; save it as CSV UTF-8"));
            } catch (IOException e) {
                unread.put(
                        name,
                        MappingFault.ofFile(
                                name,
                                "cannot be read (" + e.getClass().getSimpleName() + "); make it a file that the user "
                                        + System.getProperty("user.name") + " may read"));
            }
        }
        return unread;
    }

    private static List<Path> csvFiles(Path folder) throws MappingFaults {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MappingFaults(List.of(MappingFault.ofFile(
                    "mapping.seed = \"" + folder + "\"",
                    (Files.exists(folder)
                                    ? "this folder cannot be read by the user " + System.getProperty("user.name")
                                            + "; give this user the right to"
                                    : "this folder is gone; put it back with the mapping files in it")
                            + ", or correct mapping.seed and restart")));
        }
    }

    /** Strict: a wrong byte is a fault, never a question mark in an account. */
    private static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }
}
