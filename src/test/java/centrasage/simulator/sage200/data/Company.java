package centrasage.simulator.sage200.data;

import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One company database. Ids are its own: those of another company mean nothing here. */
public final class Company {
    /** Yesterday's database: what a restore brings back, counters included. */
    private record Snapshot(Map<String, Table> tables, long lastId, long lastDocumentNo) {}

    private final int id;
    private final String name;
    private final Clock clock;
    private final RecordLocks locks;
    private Map<String, Table> tables = new TreeMap<>();
    private long lastId;
    private long lastDocumentNo;
    private @Nullable Snapshot snapshot;

    Company(int id, String name, long firstId, Clock clock) {
        this.id = id;
        this.name = name;
        this.clock = clock;
        this.locks = new RecordLocks(clock);
        this.lastId = firstId;
    }

    /** Runs something that must see, or leave, the company in one piece. */
    public synchronized <T> T locked(Supplier<T> work) {
        return work.get();
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Clock clock() {
        return clock;
    }

    public RecordLocks locks() {
        return locks;
    }

    public Table table(String tableName) {
        return tables.computeIfAbsent(tableName, key -> new Table());
    }

    public @Nullable ObjectNode row(String tableName, long rowId) {
        return table(tableName).row(rowId);
    }

    /** A row that a body names by id; a 400 that names the field when it is not there. */
    public ObjectNode named(String tableName, long rowId, String field) {
        ObjectNode row = row(tableName, rowId);
        if (row == null) {
            throw Refused.because("'" + field + "': no record with id " + rowId + " in " + tableName + ".");
        }
        return row;
    }

    /** The row with a code that must be there, for control calls. */
    public ObjectNode coded(String tableName, String column, String code) {
        ObjectNode row = table(tableName).firstWith(column, code);
        if (row == null) {
            throw Refused.because("no " + tableName + " with " + column + " '" + code + "' in company " + id + ".");
        }
        return row;
    }

    /** The single row of a settings table. */
    public ObjectNode settings(String tableName) {
        return table(tableName).rows().findFirst().orElseThrow();
    }

    public long newId() {
        return ++lastId;
    }

    /** Sage numbers documents with ten digits. */
    public String newDocumentNo() {
        return String.format("%010d", ++lastDocumentNo);
    }

    /** Gives a new row its id and times and keeps it. */
    public ObjectNode insert(String tableName, ObjectNode row) {
        long rowId = row.has("id") ? row.path("id").asLong() : newId();
        row.put("id", rowId);
        row.put("date_time_created", now());
        row.put("date_time_updated", now());
        table(tableName).put(rowId, row);
        return row;
    }

    /** Marks a row as just changed. */
    public void touch(ObjectNode row) {
        row.put("date_time_updated", now());
    }

    public String now() {
        return Moments.rowTime(clock.instant());
    }

    public void takeSnapshot() {
        snapshot = new Snapshot(copy(tables), lastId, lastDocumentNo);
    }

    public void restoreSnapshot() {
        Snapshot taken = snapshot;
        if (taken == null) {
            throw Refused.because("no snapshot of company " + id + " was taken.");
        }
        tables = copy(taken.tables());
        lastId = taken.lastId();
        lastDocumentNo = taken.lastDocumentNo();
    }

    private static Map<String, Table> copy(Map<String, Table> from) {
        Map<String, Table> copy = new TreeMap<>();
        from.forEach((tableName, table) -> copy.put(tableName, table.copy()));
        return copy;
    }
}
