package centrasage.sage200.client.database;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.StockLevel;
import centrasage.sage200.UnreadableHolding;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sage's stock by product and warehouse, as its own table {@code WarehouseItem} tells it: the same figures as {@code
 * warehouse_holdings} of the API, found by the version that SQL Server gives a row with each change. What is read is committed, no lock is
 * taken and nobody is waited for: see docs/decisions/stock-by-row-version.md.
 */
@ApplicationScoped
public class WarehouseItems {
    private static final int PAGE_SIZE = 1000;
    private static final int QUERY_SECONDS_MAX = 30;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(40);
    private static final String TABLE = "WarehouseItem";

    /** In the words of both vendors. */
    private static final String PAGE = "SELECT WarehouseItemID, ItemID, WarehouseID, ConfirmedQtyInStock,"
            + " UnconfirmedQtyInStock, QuantityAllocatedSOP, QuantityAllocatedStock, QuantityAllocatedBOM,"
            + " QuantityReserved, DateTimeUpdated FROM WarehouseItem WHERE WarehouseID = ? AND WarehouseItemID > ?"
            + " AND OpLock >= CAST(CAST(? AS BIGINT) AS BINARY(8)) ORDER BY WarehouseItemID"
            + " OFFSET 0 ROWS FETCH NEXT " + PAGE_SIZE + " ROWS ONLY";

    private DatabaseSettings settings;
    private Connections connections;

    @SuppressWarnings("NullAway.Init")
    WarehouseItems() {}

    @Inject
    public WarehouseItems(DatabaseSettings settings) {
        this.settings = settings;
        this.connections = new Connections(settings, ANSWER_MAX);
    }

    /**
     * How far a database is.
     *
     * @param database which one it is; another one after it was restored, mostly
     * @param undecided what is below was committed or taken back: the lowest version of a transaction that is under way, or the next one
     * @param last the latest one that was given to any row
     */
    public record Versions(String database, long undecided, long last) {}

    /**
     * A page of holdings.
     *
     * @param unreadable rows of it that are no stock level
     * @param lastId after which the next page begins
     * @param isLast whether nothing follows
     */
    public record Page(
            List<StockLevel> levels, List<UnreadableHolding> unreadable, int read, long lastId, boolean isLast) {
        public Page {
            levels = List.copyOf(levels);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** To be asked before the first page is: what commits in between is read with these pages, or with the next reading. */
    public synchronized Versions versions(String company) throws TargetUnavailable {
        return connections.ask(company, TABLE, connection -> versions(company, connection));
    }

    private Versions versions(String company, Connection connection) throws SQLException, TargetUnavailable {
        Vendor vendor = Vendor.of(settings.url(company));
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        State state = state(connection, vendor);
        if (!state.keepsForStatements() && !state.keepsForSnapshots()) {
            throw new TargetUnavailable("the database of company " + company + " keeps no committed versions of rows"
                    + " that are being changed: have READ_COMMITTED_SNAPSHOT or ALLOW_SNAPSHOT_ISOLATION set ON for it,"
                    + " or set stock.source = api");
        }
        connection.setTransactionIsolation(
                state.keepsForStatements() ? Connection.TRANSACTION_READ_COMMITTED : vendor.snapshot());
        return state.versions();
    }

    private record State(Versions versions, boolean keepsForStatements, boolean keepsForSnapshots) {}

    private static State state(Connection connection, Vendor vendor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT CAST(MIN_ACTIVE_ROWVERSION() AS BIGINT), CAST(" + vendor.lastVersion() + " AS BIGINT),"
                                + " name, create_date, is_read_committed_snapshot_on, snapshot_isolation_state"
                                + " FROM sys.databases WHERE database_id = DB_ID()");
                ResultSet rows = answer(select)) {
            if (!rows.next()) {
                throw new SQLException("sys.databases does not list it");
            }
            String database = rows.getString(3) + " of " + rows.getString(4);
            return new State(
                    new Versions(database, rows.getLong(1), rows.getLong(2)), rows.getBoolean(5), rows.getInt(6) == 1);
        }
    }

    /**
     * What of a warehouse has this version or a later one, by the holding's id: what changes while pages are turned has a later version
     * still.
     *
     * @param from 0 for all of it
     * @param afterId where the page before ended; 0 for the first
     */
    public synchronized Page page(String company, long warehouse, long from, long afterId) throws TargetUnavailable {
        return connections.ask(company, TABLE, connection -> page(connection, warehouse, from, afterId));
    }

    private static Page page(Connection connection, long warehouse, long from, long afterId) throws SQLException {
        if (connection.getTransactionIsolation() == Connection.TRANSACTION_READ_UNCOMMITTED) {
            throw new SQLException("the connection was lost between two pages"); // and reads what may be taken back
        }
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, warehouse);
            select.setLong(2, afterId);
            select.setLong(3, from);
            try (ResultSet rows = answer(select)) {
                return page(rows, afterId);
            }
        }
    }

    private static ResultSet answer(PreparedStatement select) throws SQLException {
        select.setQueryTimeout(QUERY_SECONDS_MAX);
        return select.executeQuery();
    }

    private static Page page(ResultSet rows, long afterId) throws SQLException {
        List<StockLevel> levels = new ArrayList<>();
        List<UnreadableHolding> unreadable = new ArrayList<>();
        long lastId = afterId;
        int read = 0;
        while (rows.next()) {
            lastId = rows.getLong("WarehouseItemID");
            read++;
            try {
                levels.add(level(rows));
            } catch (Missing e) {
                unreadable.add(new UnreadableHolding(lastId, rows.getLong("ItemID"), String.valueOf(e.getMessage())));
            }
        }
        return new Page(levels, unreadable, read, lastId, read < PAGE_SIZE);
    }

    /** A column that we cannot do without is empty. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String column) {
            super("the row has no usable " + column);
        }
    }

    private static StockLevel level(ResultSet row) throws SQLException {
        BigDecimal unconfirmed = orNothing(row, "UnconfirmedQtyInStock");
        BigDecimal inStock = quantity(row, "ConfirmedQtyInStock").add(unconfirmed);
        BigDecimal allocated = quantity(row, "QuantityAllocatedSOP")
                .add(quantity(row, "QuantityAllocatedStock"))
                .add(quantity(row, "QuantityAllocatedBOM"));
        BigDecimal reserved = orNothing(row, "QuantityReserved");
        return new StockLevel(
                row.getLong("WarehouseItemID"),
                row.getLong("ItemID"),
                row.getLong("WarehouseID"),
                inStock,
                unconfirmed,
                allocated,
                reserved,
                inStock.subtract(allocated).subtract(reserved),
                updated(row));
    }

    private static BigDecimal quantity(ResultSet row, String column) throws SQLException {
        return present(row.getBigDecimal(column), column);
    }

    /** As the API's reading takes what is not told. */
    private static BigDecimal orNothing(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }

    /** To the millisecond, as the API tells it. */
    private static Instant updated(ResultSet row) throws SQLException {
        return present(row.getObject("DateTimeUpdated", LocalDateTime.class), "DateTimeUpdated")
                .toInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T present(@Nullable T value, String column) {
        if (value == null) {
            throw new Missing(column);
        }
        return value;
    }

    @PreDestroy
    synchronized void end() {
        connections.end();
    }
}
