package centrasage.jobs.history;

import centrasage.jobs.run.Parameters;
import centrasage.jobs.run.Run;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.UtcTimes;
import centrasage.sync.runs.Node;
import centrasage.sync.runs.RunCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a job as people narrow them down; a page is two statements, however many runs are on it. */
@ApplicationScoped
public class RunSearch {
    private static final String COLUMNS =
            "SELECT r.execution_id, r.job, e.batchstatus, e.exitstatus, r.started_at, e.endtime, r.started_by, r.holder,"
                    + " r.parameters";

    private EntityManager entities;
    private RunCounts counts;

    @SuppressWarnings("NullAway.Init")
    RunSearch() {}

    @Inject
    public RunSearch(EntityManager entities, RunCounts counts) {
        this.entities = entities;
        this.counts = counts;
    }

    /** What became of a run, in the words of the list. */
    public enum State {
        RUNNING("STARTING", "STARTED", "STOPPING"),
        DONE("COMPLETED"),
        FAILED("FAILED"),
        STOPPED("STOPPED"),
        GIVEN_UP("ABANDONED");

        private final List<String> statuses;

        State(String... statuses) {
            this.statuses = List.of(statuses);
        }
    }

    /**
     * What to look for.
     *
     * @param state null means any
     * @param from started then or later; null means any time
     * @param before started before; null means any time
     */
    public record Filter(
            String job,
            @Nullable State state,
            @Nullable Instant from,
            @Nullable Instant before) {
        public static Filter all(String job) {
            return new Filter(job, null, null, null);
        }
    }

    /** At most {@code most} of what the filter finds, newest first. */
    @Atomic
    public List<Run> page(Filter filter, int first, int most) {
        List<Object> values = new ArrayList<>(List.of(filter.job()));
        Query query = entities.createNativeQuery(COLUMNS + tables(filter) + conditions(filter, values) + order(filter));
        for (int index = 0; index < values.size(); index++) {
            query.setParameter(index + 1, values.get(index));
        }
        List<?> found = query.setFirstResult(first).setMaxResults(most).getResultList();
        return runs(found.stream().map(Object[].class::cast).toList());
    }

    /** Few runs have not ended well: these are found by their state, all others by their job. */
    private static boolean isRare(Filter filter) {
        return filter.state() != null && filter.state() != State.DONE;
    }

    private static String tables(Filter filter) {
        return isRare(filter)
                ? " FROM JB_EXECUTIONINSTANCEDATA e JOIN job_run r ON r.execution_id = e.jobexecid"
                : " FROM job_run r LEFT JOIN JB_EXECUTIONINSTANCEDATA e ON e.jobexecid = r.execution_id";
    }

    private static String conditions(Filter filter, List<Object> values) {
        StringBuilder sql = new StringBuilder(" WHERE r.job = ?1");
        if (filter.state() != null) {
            sql.append(" AND e.batchstatus IN (")
                    .append(filter.state().statuses.stream()
                            .map(status -> parameter(values, status))
                            .collect(Collectors.joining(", ")))
                    .append(')');
        }
        if (filter.from() != null) {
            sql.append(" AND r.started_at >= ").append(parameter(values, utc(filter.from())));
        }
        if (filter.before() != null) {
            sql.append(" AND r.started_at < ").append(parameter(values, utc(filter.before())));
        }
        return sql.toString();
    }

    /** The job stands first although it is one alone: H2 goes along an index only where the order names all of its columns. */
    private static String order(Filter filter) {
        if (isRare(filter)) {
            return " ORDER BY r.execution_id DESC";
        }
        return filter.from() == null && filter.before() == null
                ? " ORDER BY r.job DESC, r.execution_id DESC"
                : " ORDER BY r.job DESC, r.started_at DESC";
    }

    private static String parameter(List<Object> values, Object value) {
        values.add(value);
        return "?" + values.size();
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private List<Run> runs(List<Object[]> rows) {
        Map<Long, Map<String, Long>> counted =
                counts.of(rows.stream().map(row -> number(row[0])).toList());
        return rows.stream()
                .map(row -> run(row, counted.getOrDefault(number(row[0]), Map.of())))
                .toList();
    }

    private static Run run(Object[] row, Map<String, Long> counted) {
        return new Run(
                number(row[0]),
                (String) row[1],
                row[2] == null ? "UNKNOWN" : (String) row[2],
                (String) row[3],
                UtcTimes.aggregate(row[4]),
                row[5] == null ? null : UtcTimes.aggregate(row[5]),
                (String) row[6],
                Node.nameOf((String) row[7]),
                Parameters.read((String) row[8]),
                counted);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Every state that there is, for whoever offers them. */
    public static Stream<State> states() {
        return Arrays.stream(State.values());
    }
}
