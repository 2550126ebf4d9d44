package centrasage.simulator.sage200.database;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;

/** The rows of {@code SYSActiveLock}, made anew for each query from the locks that are held at that moment. */
public final class ActiveLocks {
    /** A function of a database has no state of its own: it finds its company by the name of the database. */
    private static final Map<String, Supplier<@Nullable Company>> COMPANIES = new ConcurrentHashMap<>();

    private static final int PROCESS = 4242;

    private ActiveLocks() {}

    /** @param company asked anew each time: a reset of the site makes it another */
    static void serve(String database, Supplier<@Nullable Company> company) {
        COMPANIES.put(database, company);
    }

    static void forget(String database) {
        COMPANIES.remove(database);
    }

    /** Called by the database, once for the columns alone and then for the rows. */
    public static ResultSet rows(Connection connection, String database) throws SQLException {
        SimpleResultSet rows = new SimpleResultSet();
        column(rows, "SYSActiveLockID", Types.BIGINT);
        column(rows, "SYSUserLoginID", Types.BIGINT);
        column(rows, "OptionName", Types.VARCHAR);
        column(rows, "Data", Types.VARCHAR);
        column(rows, "UserName", Types.VARCHAR);
        column(rows, "Workstation", Types.VARCHAR);
        column(rows, "DateCreated", Types.TIMESTAMP);
        column(rows, "TimeCreated", Types.TIMESTAMP);
        column(rows, "ProcessId", Types.INTEGER);
        column(rows, "DataKey", Types.BIGINT);
        column(rows, "OpLock", Types.VARBINARY);
        column(rows, "DateTimeCreated", Types.TIMESTAMP);
        column(rows, "DateTimeUpdated", Types.TIMESTAMP);
        Company company = COMPANIES.getOrDefault(database, () -> null).get();
        if (company != null && !connection.getMetaData().getURL().equals("jdbc:columnlist:connection")) {
            company.locked(() -> {
                company.locks().all().forEach(lock -> add(rows, company, lock));
                return company;
            });
        }
        return rows;
    }

    private static void column(SimpleResultSet rows, String name, int type) {
        rows.addColumn(name.toUpperCase(Locale.ROOT), type, 255, 0);
    }

    private static void add(SimpleResultSet rows, Company company, RecordLocks.Lock lock) {
        int colon = lock.record().indexOf(':');
        boolean order = lock.record().startsWith("order:");
        long key = Long.parseLong(lock.record().substring(colon + 1));
        ObjectNode row = company.row(order ? "sop_orders" : "customers", key);
        Timestamp since = utc(lock.since());
        rows.addRow(
                lock.id(),
                lock.id(),
                order ? "SOP Order" : "Customer Account",
                text(row, order ? "document_no" : "reference"),
                lock.user(),
                lock.workstation(),
                since,
                since,
                PROCESS,
                key,
                new byte[] {0, 0, 0, 0, 0, 0, 0, 1},
                since,
                since);
    }

    private static @Nullable String text(@Nullable ObjectNode row, String field) {
        return row == null ? null : row.path(field).asText();
    }

    private static Timestamp utc(Instant moment) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }
}
