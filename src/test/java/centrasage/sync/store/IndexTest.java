package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Partner;
import centrasage.flow.PostingState;
import centrasage.flow.Side;
import centrasage.sync.database.Database;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Priority;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Received;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With years of finished postings behind them, the daily queries still look at today's work only. */
class IndexTest {
    private static final int FINISHED = 10_000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Database database = world.database();

    @BeforeEach
    void aLongHistory() {
        database.execute(
                "INSERT INTO posting (id, company, kind, source_key, object_key, object_rank, state, state_since,"
                        + " document_version, target_number, amount, currency, business_date, attempts, ever_in_doubt,"
                        + " created_at)"
                        + " SELECT 1000000 + x, '33', 'ORDER', CONCAT('9', x), CONCAT('33/C9', x), 10, 'POSTED',"
                        + " TIMESTAMP '2025-01-01 00:00:00', 1, CONCAT('S9', x), 1.00, 'GBP',"
                        + " DATEADD('DAY', MOD(x, 300), DATE '2025-01-01'), 1, FALSE,"
                        + " TIMESTAMP '2025-01-01 00:00:00' FROM SYSTEM_RANGE(1, " + FINISHED + ")");
        database.execute("INSERT INTO staged_document (id, kind, source_key, version, state, content_hash, payload,"
                + " source_updated_at, staged_at)"
                + " SELECT 1000000 + x, 'order', CONCAT('9', x), 1, 'PLANNED', 'none', X'00',"
                + " TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-01-01 00:00:00' FROM SYSTEM_RANGE(1, "
                + FINISHED + ")");
        for (int number = 1; number <= 30; number++) {
            world.record(Plans.post(Integer.toString(number)));
        }
        database.execute("ANALYZE");
        database.execute("SET QUERY_STATISTICS TRUE");
    }

    @AfterEach
    void forgetWhatWasAsked() {
        database.execute("SET QUERY_STATISTICS FALSE");
    }

    @Test
    void a_claim_reads_the_queue_and_never_the_history() {
        assertThat(world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 20))
                .hasSize(20);
        List<String> selects = selects("POSTING_QUEUE");
        assertThat(selects).hasSizeGreaterThanOrEqualTo(2);
        assertThat(selects)
                .allSatisfy(sql -> assertThat(plan(sql))
                        .doesNotContain("POSTING.TABLESCAN")
                        .doesNotContain("STAGED_DOCUMENT.TABLESCAN")
                        .doesNotContain("LEASE.TABLESCAN"));
        assertThat(selects.stream().map(this::plan))
                .as("the rows come in the order that is asked for: what waits is not sorted for each claim anew")
                .anyMatch(plan -> plan.contains("IX_POSTING_QUEUE_NEXT") && plan.contains("/* INDEX SORTED */"));
    }

    @Test
    void a_lane_that_must_give_way_learns_it_from_the_queue_alone() {
        world.record(Plans.post("31").with(Priority.BACKFILL));
        Claimed behind = claimed(31);
        database.execute("SET QUERY_STATISTICS FALSE");
        database.execute("SET QUERY_STATISTICS TRUE");
        assertThat(world.store().mustGiveWay(behind, Set.of())).isTrue();
        assertThat(selects("POSTING_QUEUE")).hasSize(1).allSatisfy(this::looksAtToday);
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"PLANNED", "WAITING", "SENDING", "IN_DOUBT", "LOCKED", "PARKED"})
    void what_is_unfinished_for_long_is_read_from_the_queue_and_never_from_the_history(PostingState state) {
        QueueAges ages = world.transactions().bean(QueueAges.class, world.entities());
        QueueAges.Question asked = new QueueAges.Question(
                state, world.clock().now().plusSeconds(1), Set.of(new Partner(Side.SAGE_200, "34")));
        assertThat(ages.oldest(asked, 50)).hasSize(state == PostingState.PLANNED ? 30 : 0);
        assertThat(ages.count(asked)).isEqualTo(state == PostingState.PLANNED ? 30 : 0);
        assertThat(selects("POSTING_QUEUE")).hasSize(2).allSatisfy(this::looksAtToday);
    }

    @Test
    void what_is_locked_is_counted_and_found_by_an_index() {
        world.store().locked("33");
        world.store().lockedDocuments(50);
        assertThat(selects("POSTING_QUEUE"))
                .hasSize(2)
                .allSatisfy(this::looksAtToday)
                .allSatisfy(sql -> assertThat(plan(sql)).doesNotContain("POSTING_QUEUE.TABLESCAN"));
    }

    private Claimed claimed(int objects) {
        List<Claimed> claimed = world.store().claim(Purpose.POST, "a", StoreContract.LEASE, objects);
        claimed.subList(0, objects - 1).forEach(world.store()::release);
        return claimed.get(objects - 1);
    }

    private void looksAtToday(String sql) {
        assertThat(plan(sql))
                .as(sql)
                .doesNotContain("POSTING.TABLESCAN")
                .doesNotContain("STAGED_DOCUMENT.TABLESCAN")
                .doesNotContain("PERSONAL_KEY.TABLESCAN")
                .doesNotContain("LEASE.TABLESCAN");
    }

    @Test
    void a_page_of_documents_is_compared_with_its_own_last_versions_only() {
        List<Received> page = IntStream.rangeClosed(1, 200)
                .mapToObj(number -> Integer.toString(90_000 + number))
                .map(key -> new Received(key, "C" + key, world.clock().now(), "{}"))
                .toList();
        assertThat(world.staging().stage("order", page, world.staging().readingBegins()))
                .isEqualTo(page.size());
        assertThat(selects("STAGED_DOCUMENT"))
                .hasSize(1)
                .allSatisfy(this::looksAtToday)
                .allSatisfy(sql -> assertThat(rowsRead(sql, "9001", "9002", "9003"))
                        .as("rows read for three keys")
                        .isLessThan(20));
    }

    @Test
    void what_is_in_flight_is_looked_up_by_its_own_rows() {
        Claimed claimed = claimed(30);
        assertThat(world.store().intend(claimed, StoreContract.LEASE, "nothing found"))
                .isTrue();
        assertThat(selects("STAGED_DOCUMENT")).isNotEmpty().allSatisfy(this::looksAtToday);
        world.clock().advance(StoreContract.LEASE.plusSeconds(1));
        assertThat(world.store().claim(Purpose.POST, "b", StoreContract.LEASE, 40))
                .hasSize(29);
        assertThat(world.store().claim(Purpose.RESOLVE, "b", StoreContract.LEASE, 40))
                .hasSize(1);
        assertThat(selects("POSTING")).hasSizeGreaterThan(5).allSatisfy(this::looksAtToday);
    }

    @Test
    void a_key_is_looked_up_by_an_index_that_is_as_good_as_unique() {
        world.record(Plans.post("1", 2, "other"));
        assertThat(selects("SOURCE_KEY"))
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(plan(sql))
                        .containsAnyOf("UQ_POSTING", "IX_POSTING_SOURCE")
                        .doesNotContain("TABLESCAN"));
    }

    @Test
    void rechecks_are_read_from_what_is_due() {
        world.clock().advance(Duration.ofDays(1));
        world.store().rechecks(20);
        assertThat(selects("POSTING_RECHECK"))
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(plan(sql)).doesNotContain("POSTING.TABLESCAN"));
    }

    @Test
    void a_posting_is_found_by_either_sides_number_without_a_walk_through_the_history() {
        assertThat(found("95")).containsExactly("95");
        assertThat(found("S95")).containsExactly("95");
        assertThat(found("S-none")).isEmpty();
        assertThat(selects("POSTING"))
                .as("by each number, what follows, and the page")
                .hasSize(4)
                .allSatisfy(sql -> assertThat(plan(sql)).doesNotContain("POSTING.TABLESCAN"));
        assertThat(selects("TARGET_NUMBER").stream().map(this::plan))
                .anyMatch(plan -> plan.contains("IX_POSTING_TARGET"));
    }

    /** Ten thousand finished orders stand behind the page, and would be sorted for it. */
    @Test
    void a_page_of_a_list_reads_no_more_than_it_shows() {
        database.execute("INSERT INTO posting_total (id, kind, state, company, currency, elsewhere, postings, amount)"
                + " VALUES (-1, 'ORDER', 'POSTED', '33', 'GBP', FALSE, " + FINISHED + ", " + FINISHED + ")");
        PostingSearch search = world.transactions().bean(PostingSearch.class, world.entities());
        for (PostingSearch.Sort sort : PostingSearch.Sort.values()) {
            assertThat(search.page(PostingSearch.Filter.ALL, sort, 0, 50)).hasSize(50);
        }
        assertThat(search.groups(PostingSearch.Filter.ALL))
                .extracting(PostingSearch.Group::postings)
                .contains((long) FINISHED);
        List<String> sorted = selects("POSTING").stream()
                .filter(sql -> sql.contains("ORDER BY KIND"))
                .toList();
        assertThat(sorted).as("newest, oldest and largest").hasSize(3);
        assertThat(sorted.stream().map(this::plan))
                .allMatch(plan -> plan.contains("IX_POSTING_SINCE") || plan.contains("IX_POSTING_AMOUNT"));
        assertThat(selects("COUNT(")).allSatisfy(sql -> assertThat(plan(sql)).doesNotContain("TABLESCAN"));
    }

    private List<String> found(String number) {
        PostingSearch search = world.transactions().bean(PostingSearch.class, world.entities());
        return search
                .page(PostingSearch.Filter.carrying(Documents.ORDERS, number), PostingSearch.Sort.NEWEST, 0, 10)
                .stream()
                .map(posting -> posting.key().sourceKey())
                .toList();
    }

    @Test
    void one_orders_postings_are_found_by_their_source() {
        world.posting(Plans.key("1"));
        assertThat(selects("SOURCE_KEY"))
                .isNotEmpty()
                .allSatisfy(sql ->
                        assertThat(plan(sql)).contains("IX_POSTING_SOURCE").doesNotContain("TABLESCAN"));
    }

    /** As it is asked for each shipment that is planned, inside the chunk. */
    @Test
    void what_follows_from_one_order_is_found_by_its_object() {
        assertThat(world.postings().ofObjects(List.of("33/C95"))).hasSize(1);
        assertThat(selects("OBJECT_KEY"))
                .hasSize(1)
                .allSatisfy(sql -> assertThat(rowsRead(sql, "33/C95"))
                        .as("rows read for one order of many of its company")
                        .isLessThan(20));
    }

    @Test
    void the_posted_documents_of_a_day_are_read_by_the_day() {
        assertThat(world.postedDocuments().orders("33", LocalDate.of(2026, 11, 23), 0, 200))
                .isEmpty();
        assertThat(selects("BUSINESS_DATE = "))
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(plan(sql)).contains("IX_POSTING_BUSINESS_DATE"));
    }

    @Test
    void the_companies_that_anything_was_posted_to_are_told_by_a_few_rows_of_an_index() {
        database.execute("UPDATE posting SET company = '331' WHERE id = 1000007");
        assertThat(world.postedDocuments().companies(LocalDate.EPOCH)).containsExactly("33", "331");
        assertThat(world.postedDocuments().companies(LocalDate.of(2025, 10, 1))).containsExactly("33");
        assertThat(world.postedDocuments().companies(LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(selects("COMPANY >= ")).isNotEmpty().allSatisfy(sql -> {
            assertThat(rowsRead(sql, "!", "1", "0")).as(sql).isLessThan(5);
            assertThat(rowsRead(sql, "33!", "1", "0")).as(sql).isLessThan(5);
            assertThat(rowsRead(sql, "331!", "1", "0")).as(sql).isLessThan(5);
        });
        assertThat(selects("BUSINESS_DATE >= "))
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(plan(sql)).contains("IX_POSTING_COMPANY"));
    }

    @Test
    void a_walk_through_the_whole_history_is_recognised_as_one() {
        assertThat(plan("SELECT id FROM posting WHERE evidence = 'nothing'")).contains("POSTING.TABLESCAN");
        assertThat(rowsRead(
                        "SELECT id FROM staged_document WHERE kind = 'order' AND source_key IN (?, ?, ?)",
                        "9001",
                        "9002",
                        "9003"))
                .as("H2 looks up no list of keys behind another column")
                .isGreaterThanOrEqualTo(FINISHED);
    }

    /** What the store has just asked, in SQL. */
    private List<String> selects(String table) {
        return database
                .column("SELECT SQL_STATEMENT FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                        + " WHERE UPPER(SQL_STATEMENT) LIKE 'SELECT%'")
                .stream()
                .filter(sql -> sql.toUpperCase(Locale.ROOT).contains(table) && !sql.contains("SYSTEM_RANGE"))
                .toList();
    }

    /** By the database's own count, for these first values; the others are null. */
    private int rowsRead(String sql, String... values) {
        try (Connection connection = database.connection();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN ANALYZE " + sql)) {
            for (int index = 1; index <= explain.getParameterMetaData().getParameterCount(); index++) {
                explain.setObject(index, index <= values.length ? values[index - 1] : null);
            }
            try (ResultSet rows = explain.executeQuery()) {
                rows.next();
                return SCANNED.matcher(rows.getString(1))
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .sum();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String plan(String sql) {
        try (Connection connection = database.connection();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int index = 1; index <= explain.getParameterMetaData().getParameterCount(); index++) {
                explain.setObject(index, null);
            }
            try (ResultSet rows = explain.executeQuery()) {
                rows.next();
                return rows.getString(1).toUpperCase(Locale.ROOT).replace("\"", "");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
