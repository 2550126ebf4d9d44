package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.PostingSearch.Days;
import centrasage.sync.store.PostingSearch.Filter;
import centrasage.sync.store.PostingSearch.Group;
import centrasage.sync.store.PostingSearch.Sort;
import centrasage.sync.totals.PostingTotals;
import centrasage.sync.totals.Proven;
import centrasage.sync.totals.Tally;
import centrasage.sync.totals.Total;
import centrasage.sync.totals.TotalsProof;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Totals are kept as postings come to rest and leave it, and whoever folds them changes none. */
class TotalsTest {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final PostingTotals totals = world.transactions().bean(PostingTotals.class, world.entities());
    private final TotalsProof proof = world.transactions().bean(TotalsProof.class, world.entities());
    private final PostingSearch search = world.transactions().bean(PostingSearch.class, world.entities());

    private List<Total> sorted() {
        return totals.all().stream()
                .sorted(Comparator.comparing(total -> total.tally().toString()))
                .toList();
    }

    private long rows() {
        return world.database().count("posting_total");
    }

    private long fold() {
        long folds = 0;
        long after = Long.MIN_VALUE;
        long last = totals.fold(after);
        while (last != after) {
            folds++;
            after = last;
            last = totals.fold(after);
        }
        return folds;
    }

    @Test
    void a_posting_that_is_held_and_planned_anew_leaves_its_total() {
        world.record(Plans.hold("1", 1));
        assertThat(totals.all())
                .containsExactly(new Total(
                        new Tally(PostingKind.ORDER, PostingState.HELD, "33", "GBP", false),
                        1,
                        new BigDecimal("120.0000")));
        world.record(Plans.post("1", 2, "another"));
        assertThat(totals.all()).isEmpty();
        assertThat(rows()).isEqualTo(2);
        Proven.totals(world.transactions());
    }

    @Test
    void folding_changes_no_total_and_leaves_a_row_of_each() {
        IntStream.range(0, 40).forEach(number -> world.record(Plans.hold(Integer.toString(number), 1)));
        IntStream.range(0, 15).forEach(number -> world.record(Plans.post(Integer.toString(number), 2, "another")));
        world.record(Plans.skip("99", 1, "CANCELLED"));
        List<Total> before = sorted();
        assertThat(rows()).isGreaterThan(50);
        assertThat(fold()).isPositive();
        assertThat(sorted()).isEqualTo(before);
        assertThat(rows()).isEqualTo(2);
        assertThat(fold()).as("what is folded is left alone").isEqualTo(1);
        Proven.totals(world.transactions());
    }

    @Test
    void more_than_a_page_of_changes_is_folded_page_by_page() {
        world.database()
                .execute("INSERT INTO posting_total (id, kind, state, company, currency, elsewhere, postings, amount)"
                        + " SELECT x - 5000, 'ORDER', 'POSTED', '33', 'GBP', FALSE, 1, 2 FROM SYSTEM_RANGE(1, 4500)");
        assertThat(fold()).isGreaterThan(2);
        assertThat(rows()).isEqualTo(1);
        assertThat(totals.all()).extracting(Total::postings).containsExactly(4500L);
    }

    @Test
    void a_wrong_total_is_found_and_put_right() {
        world.record(Plans.hold("1", 1));
        world.database().execute("UPDATE posting_total SET postings = 3, amount = 1");
        assertThat(proof.missing()).extracting(Total::postings).containsExactly(-2L);
        assertThat(proof.mend()).hasSize(1);
        Proven.totals(world.transactions());
    }

    /** As after an update: what was there before there were totals. */
    @Test
    void the_migration_makes_the_totals_of_what_is_there() throws IOException {
        world.record(Plans.skip("3", 1, "CANCELLED"));
        world.record(Plans.inCompany("34", Plans.skip("3", 1, "CANCELLED")));
        IntStream.range(10, 20).forEach(number -> world.record(Plans.hold(Integer.toString(number), 1)));
        List<Total> kept = sorted();
        world.database().execute("DELETE FROM posting_total");
        world.database().execute("UPDATE posting SET counts_elsewhere = FALSE");
        assertThat(proof.missing()).as("nothing is counted yet").isNotEmpty();
        String script = Files.readString(Path.of("sql/common/V39_1__totals_of_what_is_there.sql"));
        for (String statement : script.replaceAll("(?m)^--.*$", "").split(";")) {
            if (!statement.isBlank()) {
                world.database().execute(statement);
            }
        }
        assertThat(sorted()).isEqualTo(kept);
        Proven.totals(world.transactions());
    }

    @Test
    void what_went_over_to_another_company_counts_there_alone() {
        world.record(Plans.skip("3", 1, "CANCELLED"));
        world.record(Plans.inCompany("34", Plans.skip("3", 1, "CANCELLED")));
        assertThat(search.groups(Filter.ALL)).extracting(Group::postings).containsExactly(1L);
        world.record(Plans.skip("3", 2, "CANCELLED"));
        assertThat(search.page(Filter.ALL, Sort.NEWEST, 0, 10)).hasSize(1);
        Proven.totals(world.transactions());
    }

    @Test
    void a_company_and_a_range_of_days_narrow_rows_and_sums_alike() {
        world.record(Plans.hold("1", 1));
        world.record(Plans.inCompany("34", Plans.hold("2", 1)));
        Filter there = new Filter(Documents.ORDERS, Set.of(), null, null, "34", null);
        assertThat(search.page(there, Sort.LARGEST, 0, 10))
                .extracting(Posting::order)
                .containsExactly("2");
        assertThat(search.groups(there)).extracting(Group::postings).containsExactly(1L);
        assertThat(search.companies()).containsExactly("33", "34");
        LocalDate day = search.page(Filter.ALL, Sort.OLDEST, 0, 1).get(0).businessDate();
        Filter dated = new Filter(Documents.ORDERS, Set.of(), null, null, "33", new Days(day, day));
        assertThat(search.page(dated, Sort.NEWEST, 0, 10))
                .extracting(Posting::order)
                .containsExactly("1");
        assertThat(search.groups(dated)).extracting(Group::postings).containsExactly(1L);
        Filter before =
                new Filter(Documents.ORDERS, Set.of(), null, null, null, new Days(day.minusDays(9), day.minusDays(1)));
        assertThat(search.groups(before)).isEmpty();
        assertThat(new Days(day, day.plusYears(5)).to()).isEqualTo(day.plusDays(Days.MOST - 1));
        assertThat(new Days(day, day.minusDays(1)).to()).isEqualTo(day);
    }

    @Test
    void a_page_goes_on_where_the_one_before_has_ended() {
        IntStream.range(0, 9).forEach(number -> world.record(Plans.hold(Integer.toString(number), 1)));
        IntStream.range(9, 18).forEach(number -> world.record(Plans.post(Integer.toString(number))));
        for (Sort sort : Sort.values()) {
            List<Long> all = search.page(Filter.ALL, sort, 0, 100).stream()
                    .map(Posting::id)
                    .toList();
            assertThat(all).hasSize(18).doesNotHaveDuplicates();
            assertThat(search.page(Filter.ALL, sort, 7, 5))
                    .extracting(Posting::id)
                    .isEqualTo(all.subList(7, 12));
        }
    }
}
