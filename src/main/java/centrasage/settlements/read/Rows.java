package centrasage.settlements.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file one by one, from its first to its last. */
public interface Rows extends AutoCloseable {
    /**
     * The next row; its cells are its own.
     *
     * @return null after the last
     * @throws UnreadableFile when what follows is no row of a table
     */
    @Nullable
    Cells next() throws IOException, UnreadableFile;

    @Override
    void close() throws IOException;
}
