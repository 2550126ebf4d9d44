package centrasage.simulation;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Despatch;
import centrasage.sage200.MeantTracking;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.client.DespatchesDouble;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The client for despatches, answered by the model of Sage 200. */
final class ModelDespatches extends DespatchesDouble {
    private final SageModel sage;
    private final Wire wire;
    private final World world;

    ModelDespatches(World world, Wire wire) {
        this.world = world;
        this.sage = world.sage();
        this.wire = wire;
    }

    @Override
    public Map<String, There> find(String company, Collection<String> keys) throws TargetUnavailable {
        return wire.read("find despatches", () -> {
            Map<String, There> found = new HashMap<>();
            for (String key : keys) {
                if (!wire.garbles()) {
                    found.put(key, there(sage.under(key)));
                }
            }
            return found;
        });
    }

    private There there(List<SageOrder> orders) {
        Set<Long> ids = orders.stream().map(order -> order.id).collect(Collectors.toSet());
        List<Despatch> shown = sage.despatches().stream()
                .filter(despatch -> ids.contains(despatch.order))
                .map(SageDespatch::shown)
                .toList();
        return new There(orders.stream().map(SageOrder::open).toList(), shown);
    }

    @Override
    public Outcome post(NewDespatch despatch, Picked picked, @Nullable Long courier) {
        return wire.write("post despatch", () -> commit(despatch, picked, courier));
    }

    private Outcome commit(NewDespatch despatch, Picked picked, @Nullable Long courier) {
        SageOrder order = sage.order(picked.order()).orElseThrow();
        if (sage.isLocked(order)) {
            return new Outcome.Locked("Anna");
        }
        if (order.onHold || order.cancelled) {
            return refused("CUSTOMER_ON_HOLD");
        }
        Map<Long, Integer> quantities = new HashMap<>();
        picked.quantities().forEach((line, quantity) -> quantities.put(line, quantity.intValueExact()));
        if (isShort(order, quantities)) {
            world.chance().figures().struck(Fault.SHORT_STOCK);
            return refused("NOT_ENOUGH_STOCK");
        }
        SageDespatch made = sage.despatch(order, SageModel.US, MeantTracking.notes(despatch, courier), quantities);
        sage.track(made, despatch.tracking(), courier != null);
        return new Outcome.Posted(made.shown().document(despatch.value()));
    }

    private boolean isShort(SageOrder order, Map<Long, Integer> quantities) {
        return order.lines.stream()
                .anyMatch(line ->
                        quantities.getOrDefault(line.id, 0) > line.allocated + Math.max(0, sage.free(line.product())));
    }

    private static Outcome refused(String code) {
        return new Outcome.Refused(List.of(SageModel.reason(code)));
    }

    @Override
    public Outcome track(long id, MeantTracking meant) {
        return wire.write("track despatch", () -> commit(id, meant));
    }

    private Outcome commit(long id, MeantTracking meant) {
        SageDespatch there = sage.despatches().stream()
                .filter(each -> each.id == id)
                .findFirst()
                .orElseThrow();
        if (sage.isLocked(sage.order(there.order).orElseThrow())) {
            return new Outcome.Locked("Anna");
        }
        sage.track(there, meant.despatch().tracking(), meant.courierId() != null);
        there.notes = meant.notes();
        return meant.isShown(MeantTracking.Shown.of(there.shown()))
                ? new Outcome.Posted(new Document(
                        Long.toString(id), "D" + id, meant.despatch().value(), null, null))
                : refused("TRACKING_NOT_AMENDED");
    }
}
