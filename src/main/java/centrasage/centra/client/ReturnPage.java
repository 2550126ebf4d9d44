package centrasage.centra.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of returns in rising id.
 *
 * @param endCursor where the next page begins; never null when there is one
 * @param sentAt when Centra answered, by its own clock; null where it does not say
 */
public record ReturnPage(
        List<RawReturn> returns,
        @Nullable String endCursor,
        boolean hasNextPage,
        @Nullable Instant sentAt) {
    public ReturnPage {
        returns = List.copyOf(returns);
    }
}
