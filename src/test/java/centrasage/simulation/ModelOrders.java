package centrasage.simulation;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.OrdersDouble;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client for sales orders, answered by the model of Sage 200. */
final class ModelOrders extends OrdersDouble {
    private final SageModel sage;
    private final Wire wire;
    private final World world;

    ModelOrders(World world, Wire wire) {
        this.world = world;
        this.sage = world.sage();
        this.wire = wire;
    }

    @Override
    public Map<String, List<SalesOrder>> find(String company, Collection<String> keys) throws TargetUnavailable {
        return wire.read("find orders", () -> {
            Map<String, List<SalesOrder>> found = new HashMap<>();
            for (String key : keys) {
                if (!wire.garbles()) {
                    found.put(
                            key,
                            sage.under(key).stream()
                                    .map(order -> order.shown(sage.totals()))
                                    .toList());
                }
            }
            return found;
        });
    }

    @Override
    public Outcome post(NewSalesOrder order, Site site) {
        return wire.write("post order", () -> commit(order), () -> sage.add(order, true));
    }

    private Outcome commit(NewSalesOrder order) {
        if (sage.accountIsLocked()) {
            return new Outcome.Locked("Anna");
        }
        Map<String, Integer> wanted = new HashMap<>();
        order.lines().stream()
                .filter(line -> line.type() == LineType.STANDARD)
                .forEach(line -> wanted.merge(
                        String.valueOf(line.code()), line.toAllocate().intValueExact(), Integer::sum));
        boolean tooMuch =
                wanted.entrySet().stream().anyMatch(line -> line.getValue() > Math.max(0, sage.free(line.getKey())));
        if (tooMuch) {
            world.chance().figures().struck(Fault.SHORT_STOCK);
            return new Outcome.Refused(List.of(SageModel.reason("NOT_ENOUGH_STOCK")));
        }
        return new Outcome.Posted(document(sage.add(order, false)));
    }

    private Document document(SageOrder order) {
        return new Document(
                Long.toString(order.id),
                order.number(),
                pounds(sage.totals().gross(order.lines)),
                pounds(sage.totals().vat(order.lines)),
                order.made);
    }

    private static Money pounds(long pennies) {
        return Money.of(BigDecimal.valueOf(pennies, 2).toPlainString(), "GBP");
    }

    @Override
    public Outcome correct(OrderCorrection correction, @Nullable Long lineId, Site site) {
        return wire.write("correct order", () -> commit(correction, lineId));
    }

    private Outcome commit(OrderCorrection correction, @Nullable Long lineId) {
        SageOrder order = sage.order(correction.orderId()).orElseThrow();
        if (sage.isLocked(order)) {
            return new Outcome.Locked("Anna");
        }
        if (lineId == null) {
            sage.addLine(order, correction.line());
        } else {
            order.lines.stream()
                    .filter(line -> line.id == lineId)
                    .forEach(line -> line.price = correction.line().unitPrice());
        }
        return pounds(sage.totals().gross(order.lines)).equals(correction.meant())
                ? new Outcome.Posted(correction.document())
                : new Outcome.InDoubt("its total is another one");
    }

    @Override
    public void discardDraft(String company, long id) throws TargetUnavailable {
        boolean unknown = wire.read("discard draft", () -> {
            sage.removeDraft(id);
            return world.chance().strikes(Fault.SILENT, 50);
        });
        if (unknown) {
            throw new TargetUnavailable("the draft is not known to be gone");
        }
    }

    @Override
    public Optional<SalesOrder> read(String company, long id) throws TargetUnavailable {
        return wire.read("read order", () -> sage.order(id).map(order -> order.shown(sage.totals())));
    }
}
