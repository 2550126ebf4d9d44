package centrasage.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Years of finished orders and receipts with all that belongs to them but their audit rows, written into a store that nobody has open. */
final class OldPostings {
    private static final String THEN = "TIMESTAMP '2025-06-01 00:00:00'";
    /** Far from the ids and the numbers of what the run brings. */
    private static final String ROWS = " FROM SYSTEM_RANGE(1, %d)";

    private static final List<String> INSERTS = List.of(
            "INSERT INTO personal_key (subject, wrapped_key, created_at)" + " SELECT CONCAT('C9', x), SECURE_RAND(60), "
                    + THEN,
            "INSERT INTO staged_document (id, kind, source_key, version, state, content_hash, payload,"
                    + " source_updated_at, staged_at)"
                    + " SELECT 1000000000 + x, 'order', CONCAT('9', x), 1, 'PLANNED', RANDOM_UUID(), SECURE_RAND(500), "
                    + THEN + ", " + THEN,
            "INSERT INTO posting (id, company, kind, source_key, object_key, object_rank, state, state_since,"
                    + " document_kind, document_key, document_version, target_id, target_number, fingerprint, amount,"
                    + " currency, business_date, command, attempts, ever_in_doubt, created_at)"
                    + " SELECT 1000000000 + x, '33', 'ORDER', CONCAT('9', x), CONCAT('33/C9', x), 10, 'POSTED', " + THEN
                    + ", 'order', CONCAT('9', x), 1, CONCAT('7', x), CONCAT('S9', x), RANDOM_UUID(), 1.00, 'GBP',"
                    + " DATE '2025-06-01', SECURE_RAND(400), 1, FALSE, " + THEN,
            "INSERT INTO posting_attempt (id, posting_id, number, holder, started_at, ended_at, outcome)"
                    + " SELECT 1000000000 + x, 1000000000 + x, 1, 'lane/1', " + THEN + ", " + THEN + ", 'Posted'",
            "INSERT INTO link (id, from_kind, from_key, to_kind, to_key, posting_id, created_at)"
                    + " SELECT 1000000000 + x, 'centra-order', CONCAT('9', x), 'sage200-order', CONCAT('33/S9', x),"
                    + " 1000000000 + x, " + THEN,
            "INSERT INTO staged_document (id, kind, source_key, version, state, content_hash, payload,"
                    + " source_updated_at, staged_at)"
                    + " SELECT 2000000000 + x, 'payments', CONCAT('9', x), 1, 'PLANNED', RANDOM_UUID(), SECURE_RAND(500), "
                    + THEN + ", " + THEN,
            "INSERT INTO posting (id, company, kind, source_key, object_key, object_rank, state, state_since,"
                    + " document_kind, document_key, document_version, target_id, target_number, fingerprint, amount,"
                    + " currency, business_date, command, attempts, ever_in_doubt, created_at)"
                    + " SELECT 2000000000 + x, '33', 'RECEIPT', CONCAT('9', x, '/P1'), CONCAT('33/C9', x), 40, 'POSTED', "
                    + THEN
                    + ", 'payments', CONCAT('9', x), 1, CONCAT('8', x), CONCAT('R9', x), RANDOM_UUID(), 1.00, 'GBP',"
                    + " DATE '2025-06-01', SECURE_RAND(200), 1, FALSE, " + THEN,
            "INSERT INTO open_item (id, company, object_key, kind, urn, document_date, currency, amount, open_amount)"
                    + " SELECT 2000000000 + x, '33', CONCAT('33/C9', x), 'RECEIPT', CONCAT('R9', x), DATE '2025-06-01', 'GBP',"
                    + " 1.00, 0.00");

    private OldPostings() {}

    static void write(Path folder, long count) {
        String url = "jdbc:h2:file:" + folder.resolve("store") + ";MODE=LEGACY";
        try (Connection connection = DriverManager.getConnection(url, "centrasage", "centrasage");
                Statement statement = connection.createStatement()) {
            for (String insert : INSERTS) {
                statement.execute(insert + ROWS.formatted(count));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the old postings could not be written", e);
        }
    }
}
