package centrasage.simulator.centra.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The text of the schema. What nobody knows Centra to have is marked in it, and left out unless a tenant is to have it. */
final class Sdl {
    private static final String FILE = "/centrasage/simulator/centra/schema.graphqls";
    private static final String MARK = "# only with the option returnUpdatedAt";

    private Sdl() {}

    static String read(boolean returnUpdatedAt) {
        try (InputStream sdl = Sdl.class.getResourceAsStream(FILE)) {
            if (sdl == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(sdl, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> returnUpdatedAt || !line.contains(MARK))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
