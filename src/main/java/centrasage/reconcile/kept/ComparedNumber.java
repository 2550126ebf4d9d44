package centrasage.reconcile.kept;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document that did not agree.
 *
 * @param standing how it stood, such as {@code MISSING_IN_SAGE}
 * @param here null where Centra, or what was posted from here, has none
 * @param sage null where Sage 200 has none
 * @param sageNumbers Sage's numbers of it; empty where there is none
 */
public record ComparedNumber(
        long id,
        PostingKind kind,
        String company,
        String number,
        String standing,
        @Nullable Money here,
        @Nullable Money sage,
        String sageNumbers,
        String note) {
    /** What goes on by itself, or is not meant for Sage 200. */
    private static final Set<String> EXPLAINED = Set.of("UNDER_WAY", "ON_ITS_WAY", "NOT_FOR_SAGE");

    public boolean isExplained() {
        return EXPLAINED.contains(standing);
    }
}
