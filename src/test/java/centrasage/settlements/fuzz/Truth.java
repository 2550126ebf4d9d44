package centrasage.settlements.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a file said before it was damaged. */
final class Truth {
    private final Map<SettlementKey, Batch> batches;

    Truth(List<Batch> batches) {
        assertThat(batches).isNotEmpty().allMatch(Batch::isProven);
        this.batches = batches.stream().collect(Collectors.toMap(Batch::key, Function.identity()));
    }

    /** Whatever is proven of the damaged file pays out what it did. */
    void holds(List<Batch> read) {
        if (read.isEmpty() || read.stream().map(Batch::key).distinct().count() < read.size()) {
            throw new AssertionError("no batch, or one of them twice: " + read);
        }
        Set<SettlementKey> proven =
                read.stream().filter(Batch::isProven).map(Batch::key).collect(Collectors.toSet());
        for (Batch batch : read) {
            if (!batch.isProven()) {
                isExplained(batch);
            } else if (!isTrue(batch, proven)) {
                throw new AssertionError("proven, and not as it was: " + batch + "\nIt was: " + batches.values());
            }
        }
    }

    private static void isExplained(Batch batch) {
        if (batch.faults().isEmpty()) {
            throw new AssertionError("neither proven nor at fault: " + batch);
        }
        batch.faults().forEach(Truth::isExplained);
    }

    static void isExplained(Fault fault) {
        if (fault.why().isBlank() || fault.remedy().isBlank()) {
            throw new AssertionError("does not say why, or what to do: " + fault);
        }
    }

    /**
     * A file may name a batch in one place only, and damage there gives the whole batch another name; what only bears another name must move no
     * money else.
     */
    private boolean isTrue(Batch batch, Set<SettlementKey> proven) {
        Batch meant = batches.get(batch.key());
        return meant != null
                ? isAs(batch, meant)
                : batch.net().values().stream().allMatch(Money::isZero)
                        || batches.values().stream()
                                .anyMatch(each -> !proven.contains(each.key()) && isAs(batch, each));
    }

    private static boolean isAs(Batch batch, Batch meant) {
        boolean isWhole = batch.warnings().isEmpty() && batch.lines() == meant.lines();
        return batch.paidOut().equals(meant.paidOut())
                && (!isWhole || batch.net().equals(meant.net()));
    }
}
