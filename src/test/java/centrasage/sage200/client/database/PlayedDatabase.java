package centrasage.sage200.client.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * H2 as a company's database of Sage's on SQL Server, with its table {@code WarehouseItem} as it is documented. A row has a version with
 * each change, which is given when the change is made and not when it is committed.
 */
public final class PlayedDatabase implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Map<String, PlayedDatabase> ALL = new ConcurrentHashMap<>();
    private static final List<String> QUANTITIES = List.of(
            "ConfirmedQtyInStock",
            "UnconfirmedQtyInStock",
            "QuantityAllocatedSOP",
            "QuantityAllocatedStock",
            "QuantityAllocatedBOM",
            "QuantityReserved");
    private static final List<String> FIELDS = List.of(
            "confirmed_qty_in_stock",
            "unconfirmed_qty_in_stock",
            "quantity_allocated_sop",
            "quantity_allocated_stock",
            "quantity_allocated_bom",
            "quantity_reserved");

    private final String url = "jdbc:h2:mem:sage" + MADE.incrementAndGet() + "-{company}";
    private final String own;
    private final Connection connection;
    private final Map<Change, Long> underWay = new HashMap<>();
    private long last = 2000;

    public PlayedDatabase(String company) {
        own = url.replace("{company}", company);
        try {
            connection = DriverManager.getConnection(own, "sa", "");
            make(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        ALL.put(name(connection), this);
    }

    private static void make(Connection connection) throws SQLException {
        try (Statement make = connection.createStatement()) {
            make.execute("CREATE TABLE WarehouseItem (WarehouseItemID BIGINT PRIMARY KEY, WarehouseID BIGINT NOT NULL,"
                    + " ItemID BIGINT NOT NULL, ReorderLevel DECIMAL(15, 5), "
                    + String.join(" DECIMAL(15, 5), ", QUANTITIES)
                    + " DECIMAL(15, 5), QuantityOnPOPOrder DECIMAL(15, 5), OpLock BINARY(8) NOT NULL,"
                    + " DateTimeCreated TIMESTAMP, DateTimeUpdated TIMESTAMP)");
            make.execute("CREATE SCHEMA sys");
            make.execute("CREATE TABLE sys.databases (database_id INT, name VARCHAR(128), create_date TIMESTAMP(3),"
                    + " is_read_committed_snapshot_on BIT, snapshot_isolation_state TINYINT)");
            make.execute("INSERT INTO sys.databases VALUES (7, 'Sage200_33', TIMESTAMP '2024-02-01 09:30:00', 1, 0)");
            for (String function : List.of("DB_ID", "DBTS", "MIN_ACTIVE_ROWVERSION")) {
                make.execute("CREATE ALIAS " + function + " FOR '" + PlayedDatabase.class.getName() + "."
                        + function.toLowerCase(Locale.ROOT) + "'");
            }
            make.execute("CREATE USER reader PASSWORD 'secret'");
            make.execute("GRANT SELECT ON WarehouseItem TO reader");
            make.execute("GRANT SELECT ON sys.databases TO reader");
        }
    }

    private static String name(Connection connection) {
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery("CALL DATABASE()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlayedDatabase of(Connection connection) {
        return Objects.requireNonNull(ALL.get(name(connection)));
    }

    /** For H2. */
    public static int db_id() {
        return 7;
    }

    /** For H2. */
    public static long dbts(Connection connection) {
        return of(connection).last;
    }

    /** For H2. */
    public static long min_active_rowversion(Connection connection) {
        PlayedDatabase played = of(connection);
        return played.underWay.values().stream().min(Long::compare).orElse(played.last + 1);
    }

    /** As the operator gives it. */
    public DatabaseSettings settings() {
        return new DatabaseSettings(Optional.of(url), Optional.of("reader"), Optional.of("secret"));
    }

    public WarehouseItems items() {
        return new WarehouseItems(settings());
    }

    public long last() {
        return last;
    }

    /** As a holding of the API has it. */
    public void mirror(JsonNode holding) {
        List<@Nullable BigDecimal> quantities = new ArrayList<>();
        FIELDS.forEach(field -> quantities.add(
                holding.path(field).isNumber() ? holding.path(field).decimalValue() : null));
        put(
                holding.path("id").asLong(),
                holding.path("product_id").asLong(),
                holding.path("warehouse_id").asLong(),
                quantities,
                Instant.parse(holding.path("date_time_updated").asText()));
    }

    private void put(long id, long item, long warehouse, List<@Nullable BigDecimal> quantities, Instant updated) {
        last++;
        String columns = String.join(", ", QUANTITIES);
        try (PreparedStatement put = connection.prepareStatement("MERGE INTO WarehouseItem (WarehouseItemID, ItemID,"
                + " WarehouseID, OpLock, DateTimeUpdated, " + columns + ") VALUES (?, ?, ?, ?, ?"
                + ", ?".repeat(QUANTITIES.size()) + ")")) {
            put.setLong(1, id);
            put.setLong(2, item);
            put.setLong(3, warehouse);
            put.setBytes(4, bytes(last));
            put.setObject(5, LocalDateTime.ofInstant(updated, ZoneOffset.UTC));
            for (int each = 0; each < QUANTITIES.size(); each++) {
                put.setBigDecimal(6 + each, quantities.get(each));
            }
            put.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(long version) {
        return ByteBuffer.allocate(Long.BYTES).putLong(version).array();
    }

    /** So many are confirmed in stock from now on. */
    public void confirmed(long id, int units) {
        try (Change change = change(id, units)) {
            change.commit();
        }
    }

    /** The same, not yet committed. */
    public Change change(long id, int units) {
        return new Change(id, units);
    }

    /** Something that is none of ours has a row version, too. */
    public void somethingElse(int times) {
        last += times;
    }

    /** The latest version is an earlier one again. */
    public void putBackTo(long version) {
        last = version;
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A transaction of somebody else's. */
    public final class Change implements AutoCloseable {
        private final Connection transaction;

        private Change(long id, int units) {
            last++;
            underWay.put(this, last);
            try {
                transaction = DriverManager.getConnection(own, "sa", "");
                transaction.setAutoCommit(false);
                try (PreparedStatement update = transaction.prepareStatement("UPDATE WarehouseItem SET"
                        + " ConfirmedQtyInStock = ?, OpLock = ?, DateTimeUpdated = DATEADD(MILLISECOND, 1, DateTimeUpdated)"
                        + " WHERE WarehouseItemID = ?")) {
                    update.setInt(1, units);
                    update.setBytes(2, bytes(last));
                    update.setLong(3, id);
                    update.executeUpdate();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        public void commit() {
            try {
                transaction.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            close();
        }

        /** Takes back what is not committed. */
        @Override
        public void close() {
            try {
                if (!transaction.isClosed()) {
                    transaction.rollback();
                    transaction.close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            underWay.remove(this);
        }
    }

    @Override
    public void close() {
        try {
            ALL.remove(name(connection));
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
