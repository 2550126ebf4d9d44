package centrasage.console.table;

import centrasage.console.frame.Address;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of a list, with the columns that the visitor chose. Rows are read once; nothing is counted. */
public final class Table<T> {
    private static final int PAGE = 50;

    private final Listing<T> listing;
    private final List<Column<T>> columns;
    private final int number;
    private final List<Row> rows;
    private final boolean later;
    private final @Nullable Address following;

    /** @param chosen the keys of the columns to show; empty for those that are shown at first */
    Table(Listing<T> listing, Set<String> chosen, int number) {
        this.listing = listing;
        this.number = number;
        columns = listing.columns().stream()
                .filter(column -> chosen.isEmpty() ? !column.spare() : chosen.contains(column.key()))
                .toList();
        List<T> found = listing.rows((number - 1) * PAGE, PAGE + 1);
        later = found.size() > PAGE;
        following = later ? listing.following(found.get(PAGE - 1)) : null;
        rows = found.stream().limit(PAGE).map(this::row).toList();
    }

    /** The cells of one row, in the order of the columns. */
    public record Row(List<Cell> cells) {}

    private Row row(T each) {
        return new Row(columns.stream().map(column -> column.cell(each)).toList());
    }

    public String name() {
        return listing.name();
    }

    public List<Column<T>> columns() {
        return columns;
    }

    public List<Column<T>> choices() {
        return listing.columns();
    }

    public boolean shows(Column<T> column) {
        return columns.contains(column);
    }

    public List<Row> rows() {
        return rows;
    }

    public String whenEmpty() {
        return listing.whenEmpty();
    }

    /** The page, from 1. */
    public int number() {
        return number;
    }

    public boolean later() {
        return later;
    }

    /** Whether there is another page than this one. */
    public boolean paged() {
        return later || number > 1;
    }

    /** What follows these rows. */
    public String next() {
        return following == null ? turned(number + 1) : following.toString();
    }

    /** Whether its pages have numbers: a list that goes on from row to row has none. */
    public boolean numbered() {
        return rows.isEmpty() || number > 1 || following == null;
    }

    /** The place of the first row, from 1; 0 where there is none. */
    public int from() {
        return rows.isEmpty() ? 0 : (number - 1) * PAGE + 1;
    }

    public int upTo() {
        return (number - 1) * PAGE + rows.size();
    }

    public String turned(int page) {
        return listing.here().with("page", page == 1 ? null : page).toString();
    }

    /** This very page. */
    public String address() {
        return turned(number);
    }

    public boolean sortable(Column<T> column) {
        return !column.sort().first().isEmpty();
    }

    private String sortedBy() {
        return listing.here().parts().getOrDefault("sort", "");
    }

    /** Which way the list is sorted by this column, as {@code aria-sort} says it. */
    public String sorted(Column<T> column) {
        String by = sortedBy();
        if (by.isEmpty() || !sortable(column)) {
            return "none";
        }
        return by.equals(column.sort().first())
                ? "descending"
                : by.equals(column.sort().back()) ? "ascending" : "none";
    }

    /** The list sorted by this column; the other way round where it is already. */
    public String sorting(Column<T> column) {
        boolean turn =
                sorted(column).equals("descending") && !column.sort().back().isEmpty();
        Address here = listing.here();
        return here.with("sort", turn ? column.sort().back() : column.sort().first())
                .toString();
    }

    /** The whole list as a file. */
    public String file(String format) {
        return listing.here().with("as", format).toString();
    }

    /** The keys of what is shown, as the form sends them. */
    public Set<String> keys() {
        return columns.stream().map(Column::key).collect(Collectors.toSet());
    }
}
