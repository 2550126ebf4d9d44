package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.DataFaults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows as they are sent: now and then with one twice, or in another order. */
final class RowFaults {
    private RowFaults() {}

    static <T> List<T> of(DataFaults faults, List<T> rows) {
        if (rows.size() < 2) {
            return rows;
        }
        List<T> sent = new ArrayList<>(rows);
        if (faults.strikes(DataFaults.Kind.DUPLICATE_ROWS)) {
            sent.add(1, rows.get(0));
        }
        if (faults.strikes(DataFaults.Kind.REORDERED_ROWS)) {
            Collections.reverse(sent);
        }
        return sent;
    }
}
