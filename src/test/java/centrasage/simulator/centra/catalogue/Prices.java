package centrasage.simulator.centra.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prices on all pricelists, in the order in which they were set first. */
public final class Prices {
    private final Map<Integer, Map<Price.Of, Price>> byProduct = new HashMap<>();
    private int lastId;

    Prices() {}

    public List<Price> all() {
        return byProduct.values().stream()
                .flatMap(prices -> prices.values().stream())
                .toList();
    }

    /** Those of its variants too. */
    public List<Price> of(int product) {
        return List.copyOf(byProduct.getOrDefault(product, Map.of()).values());
    }

    public @Nullable Price get(Price.Of of) {
        return byProduct.getOrDefault(of.product(), Map.of()).get(of);
    }

    public void put(Price.Of of, BigDecimal value, Instant at) {
        byProduct
                .computeIfAbsent(of.product(), product -> new LinkedHashMap<>())
                .compute(of, (key, before) -> new Price(before == null ? ++lastId : before.id(), of, value, at));
    }

    public void remove(Price.Of of) {
        byProduct.getOrDefault(of.product(), Map.of()).remove(of);
    }

    void reset() {
        byProduct.clear();
        lastId = 0;
    }
}
