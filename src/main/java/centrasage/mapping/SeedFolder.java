package centrasage.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder named by {@code mapping.seed}: one CSV file for each kind of mapping, in UTF-8. */
public final class SeedFolder {
    private SeedFolder() {}

    /** @throws MappingFaults with everything that is wrong in all files, or with the folder */
    public static Mappings load(Path folder) throws MappingFaults {
        return Mappings.parse(read(folder), Map.of());
    }

    /**
     * The texts of the files, whatever they say.
     *
     * @throws MappingFaults when the folder or one of its files cannot be read
     */
    public static Map<String, String> texts(Path folder) throws MappingFaults {
        MappingFiles files = read(folder);
        if (!files.unread().isEmpty()) {
            throw new MappingFaults(List.copyOf(files.unread().values()));
        }
        return files.over(Map.of());
    }

    private static MappingFiles read(Path folder) throws MappingFaults {
        MappingFiles files = new MappingFiles();
        for (Path file : csvFiles(folder)) {
            String name = file.getFileName().toString();
            try {
                files.add(name, Files.readAllBytes(file));
            } catch (IOException e) {
                files.addUnread(
                        name,
                        "cannot be read (" + e.getClass().getSimpleName() + "); make it a file that the user "
                                + System.getProperty("user.name") + " may read");
            }
        }
        return files;
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
}
