package centrasage.sync.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Many keys, in parts that one statement takes: SQL Server takes some 2,000 parameters in one. */
public final class KeyParts {
    private static final int MOST = 500;

    private KeyParts() {}

    public static <T> List<List<T>> of(Collection<T> keys) {
        List<T> all = List.copyOf(keys);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            parts.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return parts;
    }
}
