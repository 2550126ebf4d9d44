package centrasage.console.orders;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.store.PostingSearch.Group;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Postings counted by state and summed by currency: a table whose rows add up to its last line. */
public final class StateTable {
    /** What is neither with Sage 200 nor settled in another way. */
    public static final Set<PostingState> UNPOSTED = EnumSet.complementOf(
            EnumSet.of(PostingState.POSTED, PostingState.SKIPPED, PostingState.ABANDONED, PostingState.REVERSED));

    /** The order in which people read them; the first are shown even when there are none. */
    private static final List<PostingState> ALWAYS = List.of(
            PostingState.POSTED,
            PostingState.WAITING,
            PostingState.LOCKED,
            PostingState.PARKED,
            PostingState.IN_DOUBT,
            PostingState.HELD,
            PostingState.REFUSED);

    private static final Comparator<PostingState> READING = Comparator.comparing(List.of(
            PostingState.POSTED,
            PostingState.PLANNED,
            PostingState.WAITING,
            PostingState.SENDING,
            PostingState.LOCKED,
            PostingState.PARKED,
            PostingState.IN_DOUBT,
            PostingState.HELD,
            PostingState.REFUSED,
            PostingState.SKIPPED,
            PostingState.ABANDONED,
            PostingState.REVERSED)::indexOf);

    private final List<String> currencies;
    private final List<Row> rows;
    private final Row all;

    private StateTable(List<String> currencies, List<Row> rows, Row all) {
        this.currencies = currencies;
        this.rows = rows;
        this.all = all;
    }

    /** A sum of one currency; null where there is nothing of it. */
    public record Cell(String currency, @Nullable Money sum) {}

    /** One state, or all of them where the state is null. */
    public record Row(
            @Nullable PostingState state,
            long postings,
            List<Cell> cells,
            @Nullable Instant oldest) {}

    public static StateTable of(List<Group> groups) {
        List<String> currencies =
                groups.stream().map(StateTable::currency).distinct().sorted().toList();
        List<Row> rows = rowsFor(groups.stream().map(Group::state)).stream()
                .map(state -> row(
                        state,
                        groups.stream().filter(group -> group.state() == state).toList(),
                        currencies))
                .toList();
        return new StateTable(currencies, rows, row(null, groups, currencies));
    }

    /** The states to show where these occur, in the order of reading. */
    public static List<PostingState> rowsFor(Stream<PostingState> occurring) {
        return Stream.concat(ALWAYS.stream(), occurring)
                .distinct()
                .sorted(READING)
                .toList();
    }

    private static Row row(@Nullable PostingState state, List<Group> groups, List<String> currencies) {
        List<Cell> cells =
                currencies.stream().map(currency -> cell(currency, groups)).toList();
        long postings = groups.stream().mapToLong(Group::postings).sum();
        Instant oldest = groups.stream()
                .flatMap(group -> Stream.ofNullable(group.oldest()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Row(state, postings, cells, oldest);
    }

    private static Cell cell(String currency, List<Group> groups) {
        return new Cell(
                currency,
                groups.stream()
                        .filter(group -> currency(group).equals(currency))
                        .map(Group::sum)
                        .reduce(Money::plus)
                        .orElse(null));
    }

    private static String currency(Group group) {
        return group.sum().currency().getCurrencyCode();
    }

    public List<String> currencies() {
        return currencies;
    }

    public List<Row> rows() {
        return rows;
    }

    public Row all() {
        return all;
    }

    /** The sums of one state. */
    public List<Money> sums(PostingState state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> Stream.ofNullable(cell.sum()))
                .toList();
    }

    /** States as the address of a page names them: {@code HELD,REFUSED}. */
    public static String address(Set<PostingState> states) {
        return states.stream().sorted(READING).map(PostingState::name).collect(Collectors.joining(","));
    }

    public long postings(Set<PostingState> states) {
        return rows.stream()
                .filter(row -> row.state() != null && states.contains(row.state()))
                .mapToLong(Row::postings)
                .sum();
    }
}
