package centrasage.sage200.client.read;

import java.util.Map;
import java.util.Optional;

/** Couriers that are known without asking. */
public final class CouriersDouble extends Couriers {
    private final Map<String, Long> ids;

    public CouriersDouble(Map<String, Long> ids) {
        this.ids = Map.copyOf(ids);
    }

    @Override
    public Optional<Long> id(String company, String name) {
        return Optional.ofNullable(ids.get(name));
    }
}
