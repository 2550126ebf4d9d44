package centrasage.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.jobs.history.RunSearch.Filter;
import centrasage.jobs.history.RunSearch.State;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.Runs;
import centrasage.sync.runs.Node;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The runs of a job, narrowed down in the database. */
class RunSearchTest {
    private final Runs runs = new Runs();
    private final Node node = new Node("127.0.0.1", 8080);
    private final RunSearch search =
            runs.world.transactions().bean(RunSearch.class, runs.world.entities(), runs.world.runCounts());

    private List<Long> ids(Filter filter) {
        return search.page(filter, 0, 10).stream().map(Run::id).toList();
    }

    @Test
    void runs_come_newest_first_with_what_they_counted_and_those_of_other_jobs_do_not() {
        runs.run(1, node, "COMPLETED");
        runs.run(2, "retention", node, "COMPLETED", "{}");
        runs.run(3, "order-import", node, "STARTED", "{\"from\":\"2026-11-01\"}");
        runs.world.runCounts().add(1, Map.of("posted", 4L));
        assertThat(ids(Filter.all("order-import"))).containsExactly(3L, 1L);
        Run first = search.page(Filter.all("order-import"), 1, 1).get(0);
        assertThat(first.counts()).containsExactly(Map.entry("posted", 4L));
        assertThat(first.node()).isEqualTo(node.name());
        assertThat(first.startedBy()).isEqualTo("timetable");
        assertThat(search.page(Filter.all("order-import"), 0, 1).get(0).parameters())
                .containsEntry("from", "2026-11-01");
    }

    @Test
    void they_are_found_by_state() {
        runs.run(1, node, "FAILED");
        runs.run(2, node, "COMPLETED");
        runs.run(3, node, "STOPPING");
        assertThat(ids(new Filter("order-import", State.FAILED, null, null))).containsExactly(1L);
        assertThat(ids(new Filter("order-import", State.RUNNING, null, null))).containsExactly(3L);
        assertThat(ids(new Filter("order-import", State.GIVEN_UP, null, null))).isEmpty();
    }

    @Test
    void they_are_found_by_when_they_were_started() {
        runs.run(10, node, "COMPLETED");
        runs.run(500, node, "COMPLETED");
        Instant first = search.page(Filter.all("order-import"), 1, 1).get(0).started();
        assertThat(ids(new Filter("order-import", null, first.plusSeconds(1), null)))
                .containsExactly(500L);
        assertThat(ids(new Filter("order-import", null, first, first.plusSeconds(1))))
                .containsExactly(10L);
    }

    @Test
    void a_run_that_the_job_repository_does_not_know_is_shown_as_unknown() {
        runs.noted(7, "order-import", node, "{}");
        assertThat(search.page(Filter.all("order-import"), 0, 10))
                .extracting(Run::status)
                .containsExactly("UNKNOWN");
    }

    @Test
    void a_run_and_its_restarts_are_one_chain() {
        runs.run(1, node, "FAILED");
        runs.execution(5, 1, "COMPLETED");
        runs.run(2, node, "COMPLETED");
        assertThat(runs.tables.chain(1)).containsExactly(1L, 5L);
        assertThat(runs.tables.chain(5)).containsExactly(1L, 5L);
        assertThat(runs.tables.instanceOf(5)).contains(1L);
        assertThat(runs.tables.chain(99)).isEmpty();
    }
}
