package centrasage.sync.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The scripts under {@code sql/} are the only truth of the schema: for the entities, and for both databases. */
class SchemaTest {
    /** Of which there may be a million in a file: its rows are written and read in bulk, and none is an entity. */
    private static final String IN_BULK = "settlement_line";

    private final Database database = Database.empty();

    @Test
    void every_entity_finds_its_columns_and_every_column_of_the_store_its_entity() throws IOException {
        Set<EntityType<?>> entities = database.factory().getMetamodel().getEntities();
        assertThat(entities).hasSizeGreaterThan(15);
        for (EntityType<?> entity : entities) {
            String table = entity.getJavaType().getAnnotation(Table.class).name();
            assertThat(columnsOf(table))
                    .as(table + " of " + entity.getName())
                    .isEqualTo(entity.getAttributes().stream()
                            .map(SchemaTest::column)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(entities.stream()
                        .map(entity ->
                                entity.getJavaType().getAnnotation(Table.class).name()))
                .containsExactlyInAnyOrderElementsOf(Scripts.tables("common").keySet().stream()
                        .filter(table -> !table.equals(IN_BULK))
                        .toList());
    }

    private Set<String> columnsOf(String table) {
        return database
                .column("SELECT LOWER(COLUMN_NAME) FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC'"
                        + " AND LOWER(TABLE_NAME) = '" + table + "'")
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String column(Attribute<?, ?> attribute) {
        Field field = (Field) attribute.getJavaMember();
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? field.getName() : column.name();
    }

    @Test
    void migrating_again_changes_nothing() {
        int before = database.count("\"flyway_schema_history\"");
        Schema.migrate(database.source(), Database.URL);
        assertThat(database.count("\"flyway_schema_history\"")).isEqualTo(before);
    }

    @Test
    void both_databases_have_the_same_versions() throws IOException {
        assertThat(Scripts.versions("sqlserver")).isNotEmpty().isEqualTo(Scripts.versions("h2"));
        assertThat(Scripts.versions("common")).isNotEmpty().doesNotContainAnyElementsOf(Scripts.versions("h2"));
    }

    @Test
    void both_databases_have_the_same_tables_with_the_same_columns() throws IOException {
        Map<String, Map<String, String>> h2 = Scripts.tables("h2");
        Map<String, Map<String, String>> sqlServer = Scripts.tables("sqlserver");
        assertThat(sqlServer.keySet()).isNotEmpty().isEqualTo(h2.keySet());
        sqlServer.forEach((table, columns) -> assertThat(columns.keySet())
                .as(table)
                .isEqualTo(h2.getOrDefault(table, Map.of()).keySet()));
    }

    @Test
    void the_scripts_are_read_by_these_tests_as_the_database_reads_them() throws IOException {
        for (String vendor : new String[] {"common", "h2"}) {
            Scripts.tables(vendor)
                    .forEach((table, columns) ->
                            assertThat(columns.keySet()).as(table).isEqualTo(columnsOf(table)));
        }
    }

    /** SQL Server reads a script whole before it runs it, and would not know the column. */
    @Test
    void a_table_is_not_updated_in_the_script_that_adds_a_column_to_it() throws IOException {
        int updates = 0;
        for (Path file : Scripts.files("common")) {
            String script = Files.readString(file);
            Matcher update = Pattern.compile("(?m)^UPDATE (\\w+) ").matcher(script);
            while (update.find()) {
                updates++;
                assertThat(script).as(file.toString()).doesNotContain("ALTER TABLE " + update.group(1) + " ADD ");
            }
        }
        assertThat(updates).as("scripts that update").isPositive();
    }

    /** A column of VARCHAR holds codes, keys and hashes; whatever people write, and whatever names people, is NVARCHAR. */
    @Test
    void every_word_of_a_person_is_kept_in_unicode() throws IOException {
        Set<String> codes = Set.of(
                "personal_key.subject",
                "customer_mark.mark",
                "customer_mark.subject",
                "posting_total.kind",
                "posting_total.state",
                "posting_total.company",
                "posting_total.currency",
                "plan_basis.name",
                "plan_basis.basis",
                "staged_document.kind",
                "staged_document.source_key",
                "staged_document.state",
                "staged_document.content_hash",
                "staged_document.subject",
                "posting.company",
                "posting.kind",
                "posting.document_kind",
                "posting.document_key",
                "posting.source_key",
                "posting.object_key",
                "posting.state",
                "posting.fingerprint",
                "posting.currency",
                "posting.target_id",
                "posting.target_number",
                "posting.printed_marks",
                "posting.cause",
                "posting_streak.name",
                "posting_streak.kind",
                "posting_streak.cause",
                "posting_circuit.cause",
                "posting_circuit.company",
                "posting_circuit.kind",
                "posting_circuit.failed_as",
                "return_unit.company",
                "return_unit.return_number",
                "return_unit.object_key",
                "document_date.company",
                "document_date.kind",
                "document_date.source_key",
                "clearing_entry.company",
                "clearing_entry.bank",
                "clearing_entry.kind",
                "clearing_entry.source_key",
                "clearing_entry.order_number",
                "clearing_entry.currency",
                "clearing_entry.urn",
                "settlement_file.content_hash",
                "settlement_file.psp",
                "settlement_batch.psp",
                "settlement_batch.currency",
                "settlement_batch.object_name",
                "settlement_batch.state",
                "settlement_batch.content_hash",
                "settlement_batch.company",
                "settlement_batch.clearing_bank",
                "clearing_day.company",
                "clearing_day.bank",
                "clearing_day.currency",
                "settlement_tally.match_state",
                "settlement_tally.match_how",
                "settlement_tally.currency",
                "settlement_line.kind",
                "settlement_line.gross_currency",
                "settlement_line.fees",
                "settlement_line.match_state",
                "settlement_line.match_how",
                "batch_base.bank",
                "batch_base.company",
                "base_explained.bank",
                "base_explained.company",
                "bank_statement_line.line_key",
                "bank_statement_line.currency",
                "nominal_journal.company",
                "nominal_journal.reference",
                "nominal_journal.currency",
                "nominal_journal.content_hash",
                "nominal_journal.open_key",
                "nominal_journal.state",
                "nominal_journal_line.code",
                "nominal_journal_line.cost_centre",
                "nominal_journal_line.department",
                "ledger_invoice.company",
                "ledger_invoice.object_key",
                "ledger_invoice.order_number",
                "ledger_invoice.urn",
                "ledger_invoice.currency",
                "open_item.company",
                "open_item.object_key",
                "open_item.kind",
                "open_item.urn",
                "open_item.currency",
                "allocation_due.object_key",
                "posting_change.content",
                "posting_queue.object_key",
                "posting_queue.purpose",
                "posting_queue.blocked_as",
                "posting_attempt.holder",
                "posting_attempt.outcome",
                "lease.name",
                "lease.holder",
                "node.name",
                "node.boot",
                "link.from_kind",
                "link.from_key",
                "link.to_kind",
                "link.to_key",
                "watermark.name",
                "audit_entry.action",
                "audit_person.kind",
                "compared_sum.kind",
                "compared_sum.company",
                "compared_sum.currency",
                "compared_number.kind",
                "compared_number.company",
                "compared_number.number",
                "compared_number.standing",
                "compared_number.currency",
                "compared_number.sage_currency",
                "worklist_item.list",
                "worklist_item.company",
                "worklist_item.currency",
                "audit_entry.subject",
                "audit_entry.seal_hash",
                "business_exception.cause",
                "business_exception.kind",
                "business_exception.severity",
                "business_exception.owner",
                "business_exception.state",
                "business_exception.company",
                "business_exception.source_key",
                "business_exception.currency",
                "desk_bulk.deed",
                "desk_bulk.state",
                "desk_bulk_item.currency",
                "desk_bulk_item.fate",
                "job_run.job",
                "job_run.holder",
                "job_count.name",
                "job_fate.fate",
                "stock_demand.order_number",
                "stock_agreed.order_number",
                "stock_sold.order_number",
                "catalogue_creation.company",
                "catalogue_creation.state",
                "catalogue_value.company",
                "catalogue_value.field",
                "catalogue_value.state",
                "stock_level.company",
                "stock_level.state",
                "stock_shelf.company",
                "stock_mark.company",
                "alert_cause.cause",
                "alert_cause.kind",
                "alert_cause.owner",
                "alert_cause.told_severity",
                "alert_member.severity",
                "alert_member.currency",
                "alert_message.once",
                "alert_message.channel",
                "alert_message.purpose",
                "alert_message.severity",
                "alert_message.link",
                "alert_message.state",
                "alert_channel.name",
                "mapping_version.content_hash",
                "mapping_version.origin",
                "mapping_file.file_name",
                "mapping_file.text_hash",
                "mapping_text.hash",
                "mapping_draft.file_name",
                "mapping_proposal.state",
                "mapping_proposal_file.file_name",
                "mapping_impact.id",
                "mapping_impact.state",
                "sage_known.id",
                "sage_known.company",
                "secret.name",
                "console_user.password_hash",
                "console_user.roles",
                "sign_in_failure.failure_key",
                "sign_in_attempt.state_hash",
                "sign_in_attempt.browser_hash",
                "sign_in_attempt.nonce",
                "sign_in_attempt.verifier");
        Set<String> narrow = new TreeSet<>();
        Scripts.tables("common")
                .forEach((table, columns) -> columns.forEach((column, type) -> {
                    if (type.startsWith("VARCHAR") || type.startsWith("CHAR") || type.startsWith("TEXT")) {
                        narrow.add(table + "." + column);
                    }
                }));
        assertThat(narrow)
                .as("a new column of VARCHAR: is it a code, or somebody's words?")
                .isEqualTo(new TreeSet<>(codes));
    }

    @Test
    void every_column_that_holds_words_is_nvarchar() throws IOException {
        Set<String> words = Set.of(
                "reasons",
                "detail",
                "note",
                "headline",
                "assigned_to",
                "actor",
                "started_by",
                "parameters",
                "evidence");
        Scripts.tables("common")
                .forEach((table, columns) -> columns.forEach((column, type) -> {
                    if (words.contains(column)) {
                        assertThat(type).as(table + "." + column).startsWith("NVARCHAR");
                    }
                }));
        assertThat(Scripts.tables("common")
                        .getOrDefault("console_user", Map.of())
                        .get("name"))
                .startsWith("NVARCHAR");
    }

    @Test
    void times_are_kept_to_the_microsecond() throws IOException {
        Scripts.tables("common")
                .forEach((table, columns) -> columns.forEach((column, type) -> {
                    if (column.endsWith("_at") || column.endsWith("_since") || column.equals("not_before")) {
                        assertThat(type).as(table + "." + column).isEqualTo("DATETIME2(6)");
                    }
                }));
    }

    @Test
    void the_scripts_hold_nothing_that_one_of_the_databases_would_not_take() throws IOException {
        for (var file : Scripts.files("common")) {
            assertThat(Files.readString(file).toUpperCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain("IDENTITY")
                    .doesNotContain("CLOB")
                    .doesNotContain("TIMESTAMP")
                    .doesNotContain("IF NOT EXISTS")
                    .doesNotContain("${");
        }
    }
}
