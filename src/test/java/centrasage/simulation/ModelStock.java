package centrasage.simulation;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Holding;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.StockDouble;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The client for stock, answered by the model of Sage 200. */
final class ModelStock extends StockDouble {
    private final SageModel sage;
    private final Wire wire;

    ModelStock(World world, Wire wire) {
        this.sage = world.sage();
        this.wire = wire;
    }

    @Override
    public Map<Holding, BigDecimal> free(NewSalesOrder order, Site site) throws TargetUnavailable {
        return wire.read("free stock", () -> {
            Map<Holding, BigDecimal> free = new HashMap<>();
            order.lines().stream()
                    .filter(line -> line.type() == LineType.STANDARD)
                    .map(NewSalesOrder.Line::holding)
                    .forEach(holding -> free.put(holding, BigDecimal.valueOf(sage.free(holding.product()))));
            return free;
        });
    }
}
