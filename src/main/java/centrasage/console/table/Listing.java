package centrasage.console.table;

import centrasage.console.frame.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a filter that is in the page's address, so that the view, and the file of it, are what a colleague gets as well. */
public interface Listing<T> {
    /** What files and remembered choices call it: {@code payouts}. */
    String name();

    /** In the order in which they are shown; a person may hide some. */
    List<Column<T>> columns();

    /** The rows from the one at this place on, from 0; never more than {@code count}. */
    List<T> rows(int from, int count);

    /** The address of the view: with filters and sort, without the page. */
    Address here();

    /** The view of what follows this row, in a list that is too long to be turned by the number of a page; null in any other. */
    default @Nullable Address following(T row) {
        return null;
    }

    /** What would be here, and when it is, for a table without rows. */
    String whenEmpty();
}
