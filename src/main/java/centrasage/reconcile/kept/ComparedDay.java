package centrasage.reconcile.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One business day as it was last compared.
 *
 * @param silent what could not be read then, and why; empty where all was read
 * @param differing how many numbers did not agree; of these the first {@link KeptDays#NUMBERS_MAX} are kept
 */
public record ComparedDay(LocalDate day, Instant comparedAt, String silent, int differing, List<ComparedSum> sums) {
    public ComparedDay {
        sums = List.copyOf(sums);
    }

    /** Whether all was read, and all of it agrees. */
    public boolean isGreen() {
        return differing == 0 && silent.isEmpty();
    }
}
