package centrasage.sync.database;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * One statement for very many rows, sent a thousand at a time: an entity for each of a million lines would take minutes. In the caller's
 * transaction, in which it must be called.
 */
public final class BulkStatement {
    private static final int AT_ONCE = 1_000;

    private BulkStatement() {}

    /** Fills the parameters of the statement for one row. */
    public interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /**
     * Executes it for each row.
     *
     * @return how many rows of the database it changed in all
     * @throws IllegalStateException when the database refuses it: the caller's transaction must not be committed then
     */
    public static <T> long execute(EntityManager entities, String sql, List<T> rows, Binding<T> binding) {
        long changed = 0;
        try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
            int waiting = 0;
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
                waiting++;
                if (waiting == AT_ONCE) {
                    changed += sum(statement.executeBatch());
                    waiting = 0;
                }
            }
            return waiting == 0 ? changed : changed + sum(statement.executeBatch());
        } catch (SQLException e) {
            throw new IllegalStateException("the store refused many rows at once: " + e.getMessage(), e);
        }
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += Math.max(0, count);
        }
        return sum;
    }
}
