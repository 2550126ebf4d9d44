package centrasage.console.orders;

import centrasage.flow.PostingState;
import centrasage.sync.store.Documents;
import centrasage.sync.store.PostingSearch.Following;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from orders, counted by state: a column for each of the documents that there is any of. */
public final class FollowingTable {
    private final List<Following> counted;
    private final List<Documents> columns;

    private FollowingTable(List<Following> counted, List<Documents> columns) {
        this.counted = counted;
        this.columns = columns;
    }

    public record Cell(Documents documents, long postings) {}

    /** One state, or all of them where the state is null. */
    public record Row(
            @Nullable PostingState state,
            List<Cell> cells,
            @Nullable Instant oldest) {

        /** Whether there is nothing in this state. */
        public boolean none() {
            return cells.stream().allMatch(cell -> cell.postings() == 0);
        }
    }

    public static FollowingTable of(List<Following> counted) {
        return new FollowingTable(
                counted,
                counted.stream().map(Following::documents).distinct().sorted().toList());
    }

    public List<Documents> columns() {
        return columns;
    }

    public List<Row> rows() {
        return StateTable.rowsFor(counted.stream().map(Following::state)).stream()
                .map(this::row)
                .toList();
    }

    private Row row(PostingState state) {
        List<Following> inState =
                counted.stream().filter(each -> each.state() == state).toList();
        Instant oldest = inState.stream()
                .flatMap(each -> Stream.ofNullable(each.oldest()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Row(state, cells(inState), oldest);
    }

    public Row all() {
        return new Row(null, cells(counted), null);
    }

    private List<Cell> cells(List<Following> of) {
        return columns.stream()
                .map(column -> new Cell(column, sum(of.stream().filter(each -> each.documents() == column))))
                .toList();
    }

    /** What is in any of these states; nothing of what there is none of. */
    public List<Cell> in(Set<PostingState> states) {
        return cells(counted.stream()
                        .filter(each -> states.contains(each.state()))
                        .toList())
                .stream()
                .filter(cell -> cell.postings() > 0)
                .toList();
    }

    private static long sum(Stream<Following> of) {
        return of.mapToLong(Following::postings).sum();
    }
}
