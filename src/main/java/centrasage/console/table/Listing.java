package centrasage.console.table;

import centrasage.console.frame.Address;
import java.util.List;

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

    /** What would be here, and when it is, for a table without rows. */
    String whenEmpty();
}
