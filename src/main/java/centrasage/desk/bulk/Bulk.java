package centrasage.desk.bulk;

import centrasage.desk.Became;
import centrasage.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One deed about many exceptions, as it stands.
 *
 * @param person who prepared it, and once it has begun who began it
 * @param selection which exceptions, in words
 * @param beyond how many more match, and are left out because one deed takes no more
 * @param mappingVersion the mappings that were in force when it was prepared
 */
public record Bulk(
        long id,
        BulkDeed.Kind deed,
        State state,
        String person,
        String words,
        String to,
        @Nullable Instant ignoredUntil,
        String selection,
        int items,
        int beyond,
        int mappingVersion,
        Instant madeAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public enum State {
        /** Nothing is done yet: it says what would be. */
        PREVIEW,
        RUNNING,
        /** A person has ended it: what was done stays done. */
        STOPPED,
        DONE
    }

    /**
     * What it would do.
     *
     * @param can how many exceptions it would act on
     * @param sums their money at risk, in each currency
     * @param cannot how many it would leave alone, by why
     */
    public record Effect(int can, List<Money> sums, Map<String, Integer> cannot) {}

    /**
     * One exception of it.
     *
     * @param fate null as long as nothing has become of it
     * @param words why it was not done, or before that why it will not be; empty where nothing stands against it
     * @param atRisk its money as it was when the deed was prepared
     */
    public record Item(long exceptionId, Became.@Nullable Fate fate, String words, Money atRisk) {}
}
