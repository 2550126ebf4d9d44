package centrasage.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Two years of a busy shop, copied from a day of it, in a store that nobody has open: a million postings, 50,000 open exceptions. */
final class FullStore {
    private static final long POSTINGS = 1_000_000;
    private static final long EXCEPTIONS = 50_000;
    private static final long AUDIT_ROWS = 1_000_000;
    /** Far from the ids that the application gives; a row's copies lie a million apart from the next row's. */
    private static final String ID = "1000000000000 + t.id * 1000000 + n.x";

    private static final String WITHIN_TWO_YEARS = "DATEADD('MINUTE', -n.x * 11, t.%s)";
    private static final String KEY = "LEFT(CONCAT('9', n.x, 'x', t.%s), 60)";

    private FullStore() {}

    static void write(PrintStream out, Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("store") + ";MODE=LEGACY";
        try (Connection connection = DriverManager.getConnection(url, "centrasage", "centrasage")) {
            Copies copies = new Copies(connection);
            int postings = postings(copies);
            int exceptions = exceptions(copies);
            int audit = audit(copies);
            copies.execute("ANALYZE");
            out.printf(
                    "the store has %,d postings more, %,d open exceptions, %,d audit rows%n",
                    postings, exceptions, audit);
        } catch (SQLException e) {
            throw new IllegalStateException("the store could not be filled", e);
        }
    }

    private static int postings(Copies copies) {
        String finished = "state IN ('POSTED', 'SKIPPED', 'HELD')";
        long each = POSTINGS / copies.number("SELECT COUNT(*) FROM posting WHERE " + finished) + 1;
        int written = copies.of(
                "posting",
                finished,
                each,
                Map.of(
                        "id",
                        ID,
                        "source_key",
                        KEY.formatted("source_key"),
                        "object_key",
                        "LEFT(CONCAT('9', n.x, 'x', t.object_key), 80)",
                        "document_key",
                        KEY.formatted("document_key"),
                        "target_number",
                        "LEFT(CONCAT('9', n.x, 'x', t.target_number), 40)",
                        "amount",
                        "t.amount + MOD(n.x, 500)",
                        "business_date",
                        "DATEADD('MINUTE', -n.x * 11, t.business_date)",
                        "created_at",
                        WITHIN_TWO_YEARS.formatted("created_at"),
                        "state_since",
                        WITHIN_TWO_YEARS.formatted("state_since")));
        copies.execute("DELETE FROM posting_total");
        copies.execute("INSERT INTO posting_total (id, kind, state, company, currency, elsewhere, postings, amount)"
                + " SELECT -MIN(id), kind, state, company, currency, counts_elsewhere, COUNT(*), SUM(amount) FROM posting"
                + " WHERE state IN ('POSTED', 'SKIPPED', 'ABANDONED', 'REVERSED', 'HELD', 'REFUSED')"
                + " GROUP BY kind, state, company, currency, counts_elsewhere");
        return written;
    }

    /** Half of them of few causes with thousands each, half of hundreds of causes. */
    private static int exceptions(Copies copies) {
        String open = "state = 'OPEN' AND posting_id IS NOT NULL";
        long each = EXCEPTIONS / copies.number("SELECT COUNT(*) FROM business_exception WHERE " + open) + 1;
        return copies.of(
                "business_exception",
                open,
                each,
                Map.of(
                        "id", ID,
                        "cause", "LEFT(CONCAT('9', n.x, 'x', t.cause), 120)",
                        "source_key", KEY.formatted("source_key"),
                        "group_key",
                                "CASE WHEN MOD(n.x, 2) = 0 THEN t.group_key ELSE LEFT(CONCAT(t.group_key, MOD(n.x, 400)), 200) END",
                        "amount", "t.amount + MOD(n.x, 700)",
                        "posting_id", "NULL",
                        "opened_at", "DATEADD('MINUTE', -n.x, t.opened_at)"));
    }

    /** Numbered below the first: the chain of what was sealed stays as it is. */
    private static int audit(Copies copies) {
        String sealed = "seal_number IS NOT NULL";
        long each = AUDIT_ROWS / copies.number("SELECT COUNT(*) FROM audit_entry WHERE " + sealed) + 1;
        return copies.of(
                "audit_entry",
                sealed,
                each,
                Map.of(
                        "id", "-1000000000000 + t.id * 1000000 + n.x",
                        "seal_number", "-n.x - t.seal_number * 1000000",
                        "subject", "LEFT(CONCAT(t.subject, 'x', n.x), 120)",
                        "occurred_at", WITHIN_TWO_YEARS.formatted("occurred_at")));
    }
}
