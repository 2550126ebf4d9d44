package centrasage.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The example that the documentation ships, for tests that change some of its files. */
public final class ExampleMappings {
    private ExampleMappings() {}

    public static void copyTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/example-mappings"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
