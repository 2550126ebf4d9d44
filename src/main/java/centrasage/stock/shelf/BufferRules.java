package centrasage.stock.shelf;

import centrasage.mapping.InForce;
import centrasage.stock.figure.BufferRule;
import centrasage.stock.figure.BufferRule.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse keeps back, by {@code buffers.csv}: of a SKU by its own row, else by that of its product group, else by the one for
 * everything, else by {@code warehouses.csv}.
 */
public final class BufferRules {
    private final Map<String, BufferRule> bySku = new HashMap<>();

    /** By codes in lower case. */
    private final Map<String, BufferRule> byGroup = new HashMap<>();

    private final BufferRule others;

    /**
     * @param rows that fit the warehouse; of two for the same the first counts
     * @param buffer of {@code warehouses.csv}
     */
    public BufferRules(List<InForce.Buffer> rows, int buffer) {
        BufferRule ofAll = null;
        for (InForce.Buffer row : rows) {
            if (!row.sku().isEmpty()) {
                bySku.putIfAbsent(row.sku(), rule("SKU", row));
            } else if (!row.productGroup().isEmpty()) {
                byGroup.putIfAbsent(lower(row.productGroup()), rule("product group " + row.productGroup(), row));
            } else if (ofAll == null) {
                ofAll = rule("warehouse", row);
            }
        }
        this.others = ofAll == null ? BufferRule.units("warehouses.csv", buffer) : ofAll;
    }

    private static BufferRule rule(String of, InForce.Buffer row) {
        Integer min = row.min();
        Integer max = row.max();
        return new BufferRule(
                of,
                Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
                row.value(),
                min == null ? 0 : min,
                max == null ? BufferRule.NO_LIMIT : max);
    }

    private static String lower(String group) {
        return group.toLowerCase(Locale.ROOT);
    }

    /** @param group code of its product's group; null where it is in none that {@link #groups()} names */
    public BufferRule of(String sku, @Nullable String group) {
        BufferRule ofGroup = group == null ? others : byGroup.getOrDefault(lower(group), others);
        return bySku.getOrDefault(sku, ofGroup);
    }

    /** The codes of product groups that rows name, in lower case: of all others nobody needs to know. */
    public Set<String> groups() {
        return Set.copyOf(byGroup.keySet());
    }

    /** Whether any of them asks how fast SKUs sell. */
    public boolean needPace() {
        return Stream.of(bySku.values().stream(), byGroup.values().stream(), Stream.of(others))
                .flatMap(rules -> rules)
                .anyMatch(BufferRule::needsPace);
    }

    /** What is kept of every SKU, where that is one number. */
    public OptionalInt same() {
        boolean isOne = bySku.isEmpty() && byGroup.isEmpty() && others.kind() == Kind.UNITS;
        return isOne ? OptionalInt.of(others.value().intValueExact()) : OptionalInt.empty();
    }
}
