package centrasage.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder named by {@code mapping.seed}: one CSV file for each kind of mapping, in UTF-8. */
public final class SeedFolder {
    private SeedFolder() {}

    /** @throws MappingFaults with everything that is wrong in all files */
    public static Mappings load(Path folder) throws MappingFaults {
        List<MappingFault> faults = new ArrayList<>();
        Map<String, String> files = new TreeMap<>();
        for (Path file : csvFiles(folder)) {
            String name = file.getFileName().toString();
            try {
                files.put(name, text(file));
            } catch (CharacterCodingException e) {
                files.put(name, "");
                faults.add(MappingFault.ofFile(name, "is not UTF-8; save it as CSV UTF-8"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!faults.isEmpty()) {
            throw new MappingFaults(faults);
        }
        return Mappings.parse(files);
    }

    private static List<Path> csvFiles(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of mapping files cannot be read: " + folder, e);
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
