package centrasage.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Many rows out of the few that a day's trade left in a table, so that each looks as the application writes it, whatever its columns. */
final class Copies {
    private final Connection connection;

    Copies(Connection connection) {
        this.connection = connection;
    }

    /**
     * So many copies of each row.
     *
     * @param where which rows are copied
     * @param changed for each column that must differ, what a copy has instead: {@code t} is the row, {@code n.x} counts the copies from 1
     * @return how many rows were written
     */
    int of(String table, String where, long each, Map<String, String> changed) {
        List<String> columns = columns(table);
        if (!columns.containsAll(changed.keySet())) {
            throw new IllegalArgumentException(
                    table + " has the columns " + columns + ", not all of " + changed.keySet());
        }
        String values = columns.stream()
                .map(column -> changed.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + values
                + " FROM (SELECT * FROM " + table + " WHERE " + where + ") t CROSS JOIN (SELECT x FROM SYSTEM_RANGE(1, "
                + each + ")) n";
        return execute(insert);
    }

    int execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private List<String> columns(String table) {
        String query =
                "SELECT LOWER(column_name) FROM information_schema.columns WHERE LOWER(table_name) = ? ORDER BY ordinal_position";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
