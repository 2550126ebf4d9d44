package centrasage.reconcile.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One business day as it was last compared.
 *
 * @param silent what could not be read then, and why; empty where all was read
 * @param differing how many numbers did not agree; of these the first {@link KeptDays#NUMBERS_MAX} are kept
 * @param explained how many more did not, because they are under way, or not for Sage 200: nobody has to look at them
 */
public record ComparedDay(
        LocalDate day, Instant comparedAt, String silent, int differing, int explained, List<ComparedSum> sums) {
    public ComparedDay {
        sums = List.copyOf(sums);
    }

    /** Whether all was read, and all of it agrees, but for what is explained. */
    public boolean isGreen() {
        return differing == 0 && silent.isEmpty();
    }
}
