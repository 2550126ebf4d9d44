package centrasage.sync.store;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a posting, for people and checks; holds no personal data.
 *
 * @param since when it took its state, in UTC
 * @param version the version of the source document that was planned
 * @param targetNumber the other side's number once it is there
 * @param targetTotal the total that the other side answered with; null while it is not there, and where it is not known
 * @param evidence what was read before the last send; null when it was never sent
 * @param cause under which it is gathered with others that stopped for the same; null where it stands alone
 */
public record Posting(
        long id,
        PostingKey key,
        String object,
        PostingState state,
        Instant since,
        int version,
        Money amount,
        LocalDate businessDate,
        List<Reason> reasons,
        @Nullable String targetId,
        @Nullable String targetNumber,
        @Nullable Money targetTotal,
        int attempts,
        @Nullable String evidence,
        Instant createdAt,
        @Nullable String cause) {

    /** The number of the order that it belongs to. */
    public String order() {
        return OrderName.number(OrderName.ofObject(object)).orElse(key.sourceKey());
    }

    /** One that stands alone. */
    public Posting(
            long id,
            PostingKey key,
            String object,
            PostingState state,
            Instant since,
            int version,
            Money amount,
            LocalDate businessDate,
            List<Reason> reasons,
            @Nullable String targetId,
            @Nullable String targetNumber,
            @Nullable Money targetTotal,
            int attempts,
            @Nullable String evidence,
            Instant createdAt) {
        this(
                id,
                key,
                object,
                state,
                since,
                version,
                amount,
                businessDate,
                reasons,
                targetId,
                targetNumber,
                targetTotal,
                attempts,
                evidence,
                createdAt,
                null);
    }
}
