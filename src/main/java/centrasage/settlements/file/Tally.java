package centrasage.settlements.file;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts one batch while its lines are read; keeps none of them. */
public final class Tally {
    /** A file of another kind has a fault in each line: whoever mends it needs the first. */
    private static final int FAULTS_MAX = 20;

    private final SettlementKey key;
    private final Map<LineKind, BigDecimal> net = new EnumMap<>(LineKind.class);
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();
    private long lines;
    private long faultsInAll;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable Money opening;
    private @Nullable Money closing;

    public Tally(SettlementKey key) {
        this.key = key;
    }

    public SettlementKey key() {
        return key;
    }

    public boolean isFaulty() {
        return faultsInAll > 0;
    }

    public void add(SettlementLine line) {
        lines++;
        net.merge(line.kind(), line.net().amount(), BigDecimal::add);
        LocalDate day = line.bookedOn();
        if (day != null) {
            first = first == null || day.isBefore(first) ? day : first;
            last = last == null || day.isAfter(last) ? day : last;
        }
        if (!line.unexplained().isZero() && warnings.size() < FAULTS_MAX) {
            warnings.add(contradiction(line));
        }
    }

    private static Fault contradiction(SettlementLine line) {
        Money expected = line.net().minus(line.unexplained());
        return Fault.ofLine(
                line.number(),
                line.gross() + " at " + line.rate().toPlainString() + " less fees of " + line.kept() + " comes to "
                        + expected + ", and its net is " + line.net(),
                "Ask the provider about this line; it waits for a person, and the rest of the batch does not");
    }

    public void add(Fault fault) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(fault);
        }
        faultsInAll++;
    }

    /** What a person should know of it, though it holds. */
    public void warn(Fault fault) {
        if (warnings.size() < FAULTS_MAX) {
            warnings.add(fault);
        }
    }

    public void between(Money began, Money ended) {
        opening = began;
        closing = ended;
    }

    /** Of all lines so far. */
    public BigDecimal sum() {
        return net.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Batch batch() {
        Map<LineKind, Money> sums = new EnumMap<>(LineKind.class);
        net.forEach((kind, amount) -> sums.put(kind, new Money(amount, key.currency())));
        return new Batch(key, lines, sums, first, last, opening, closing, faults, faultsInAll, warnings);
    }
}
