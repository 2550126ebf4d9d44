package centrasage.desk;

import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions of one cause, however many they are: one line.
 *
 * @param key as {@link BusinessException.Handling#group} has it
 * @param sums the money at risk, in each currency in which there is any
 * @param oldest when the first of them was opened
 * @param due by when somebody is to have seen to the one that has waited longest; null where they are ignored or over
 * @param owner null where they belong to several
 * @param example one of them, whose words stand for all
 */
public record CauseGroup(
        String key,
        Severity severity,
        long exceptions,
        List<Money> sums,
        Instant oldest,
        @Nullable Instant due,
        @Nullable Owner owner,
        BusinessException example) {}
