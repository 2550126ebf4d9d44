package centrasage.console.frame;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a page asks for several times while it is written is read once. For beans of one request. */
public final class Once {
    private final Map<String, Object> known = new HashMap<>();

    /** @param read called the first time, under this name */
    @SuppressWarnings("unchecked") // what is under a name is what was read for it
    public <T> T of(String name, Supplier<T> read) {
        Object there = known.get(name);
        if (there == null) {
            there = read.get();
            known.put(name, there);
        }
        return (T) there;
    }
}
