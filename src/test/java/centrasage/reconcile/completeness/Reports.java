package centrasage.reconcile.completeness;

import centrasage.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports of a day as a test of another package wants them. */
public final class Reports {
    private final Days days;
    private final List<OrderRow> orders = new ArrayList<>();
    private Map<String, String> silent = Map.of();

    private Reports(Days days) {
        this.days = days;
    }

    public static Reports of(Days days) {
        return new Reports(days);
    }

    public Reports agrees(String company, String number, Money total) {
        orders.add(new OrderRow(number, company, total, total, null, Standing.AGREES));
        return this;
    }

    public Reports differs(String company, String number, @Nullable Money centra, @Nullable Money sage) {
        orders.add(new OrderRow(number, company, centra, sage, null, Standing.DIFFERS));
        return this;
    }

    public Reports isNotForSage(String company, String number, Money total) {
        orders.add(new OrderRow(number, company, total, null, null, Standing.NOT_FOR_SAGE));
        return this;
    }

    public Reports silent(Map<String, String> sides) {
        silent = sides;
        return this;
    }

    public Report report() {
        return new Report(days, orders, List.of(), List.of(), Map.of(), silent);
    }
}
