package centrasage.simulator.sage200.fields;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of one of the simulator's text tables, without comments and blank lines. */
public final class ResourceLines {
    private static final String FOLDER = "/centrasage/simulator/sage200/";

    private ResourceLines() {}

    public static List<String> of(String file) {
        try (InputStream in = ResourceLines.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
