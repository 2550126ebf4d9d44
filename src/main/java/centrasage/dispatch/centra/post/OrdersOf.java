package centrasage.dispatch.centra.post;

import centrasage.centra.ShippableOrder;
import centrasage.centra.client.CentraShipping;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.Sought;
import centrasage.flow.TargetUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads the orders of many commands in as few requests as possible, and judges each command by its own. */
final class OrdersOf {
    private OrdersOf() {}

    static Map<PostingKey, Finding> judge(
            CentraShipping centra, List<Sought> sought, BiFunction<Sought, ShippableOrder, Finding> judging)
            throws TargetUnavailable {
        Map<Long, ShippableOrder> orders =
                centra.find(sought.stream().map(OrdersOf::order).distinct().toList());
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            ShippableOrder order = orders.get(order(one));
            findings.put(
                    one.key(),
                    order == null
                            ? new Finding.Undecidable("the order " + order(one) + " cannot be read in Centra")
                            : judging.apply(one, order));
        }
        return findings;
    }

    private static long order(Sought sought) {
        String object = sought.command().object();
        return OrderName.number(OrderName.ofObject(object))
                .map(Long::valueOf)
                .orElseThrow(() -> new IllegalArgumentException(object + " names no order"));
    }
}
