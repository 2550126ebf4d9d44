package centrasage.sync.plans;

import centrasage.sync.dates.DocumentDay;
import centrasage.sync.posting.Planned;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a staged document, such as a shipment, the first one first, and what they were made from.
 *
 * @param stagedId the staged version
 * @param basis null where the plans depend on nothing but that version
 * @param days with which day each of them goes out, where that may not be its true one
 */
public record PlannedDocument(long stagedId, @Nullable Basis basis, List<Planned> plans, List<DocumentDay> days) {
    public PlannedDocument {
        plans = List.copyOf(plans);
        days = List.copyOf(days);
    }

    /** Of plans that go out with their true days. */
    public PlannedDocument(long stagedId, @Nullable Basis basis, List<Planned> plans) {
        this(stagedId, basis, plans, List.of());
    }

    /**
     * What plans depend on besides their own document: how far the postings of a document had come.
     *
     * @param sourceKey of these postings
     * @param stands whether a plan made now would be made as they were; asked while the postings are locked
     */
    public record Basis(String sourceKey, BooleanSupplier stands) {}
}
