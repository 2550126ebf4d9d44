package centrasage.sync.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A store on a file that H2 does not write by itself, to see what a process that is killed now would leave. */
public final class StoreFile implements AutoCloseable {
    /** The file of a running H2 is locked otherwise. */
    private static final String OPTIONS = ";MODE=LEGACY;FILE_LOCK=NO";

    private static final String NEVER_BY_ITSELF = ";WRITE_DELAY=3600000";

    private final Path folder;
    private final Database database;

    public StoreFile(Path folder) {
        this.folder = folder;
        this.database = Database.at("jdbc:h2:file:" + folder.resolve("store") + OPTIONS + NEVER_BY_ITSELF);
        database.execute("CHECKPOINT SYNC");
    }

    public Database database() {
        return database;
    }

    /** The first value of a query in the file as it is in this moment, opened as the next process would open it. */
    public String left(String sql) {
        Path left = folder.resolve("left.mv.db");
        try {
            Files.copy(folder.resolve("store.mv.db"), left);
            try {
                return first(sql);
            } finally {
                Files.delete(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String first(String sql) {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("left") + OPTIONS, "sa", "sa");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
