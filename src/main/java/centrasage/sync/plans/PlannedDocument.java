package centrasage.sync.plans;

import centrasage.sync.posting.Planned;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a staged document, such as a shipment, the first one first, and what they were made from.
 *
 * @param stagedId the staged version
 * @param basis null where the plans depend on nothing but that version
 */
public record PlannedDocument(long stagedId, @Nullable Basis basis, List<Planned> plans) {
    public PlannedDocument {
        plans = List.copyOf(plans);
    }

    /**
     * What plans depend on besides their own document: how far the postings of a document had come.
     *
     * @param sourceKey of these postings
     * @param stands whether a plan made now would be made as they were; asked while the postings are locked
     */
    public record Basis(String sourceKey, BooleanSupplier stands) {}
}
