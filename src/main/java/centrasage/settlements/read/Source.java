package centrasage.settlements.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one file, which can be read more than once. */
public interface Source {
    /** Of the file, without its folder. */
    String name();

    /** From its first byte; the caller closes it. */
    InputStream open() throws IOException;

    static Source of(Path file) {
        return new Source() {
            @Override
            public String name() {
                return String.valueOf(file.getFileName());
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
