package centrasage.simulator.centra.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product in one colour.
 *
 * @param product its id
 */
public record Variant(int id, int product, Facts facts, Instant createdAt, Instant updatedAt) {

    /** Null where the product comes in one colour only. */
    public @Nullable String number() {
        return facts.text("variantNumber");
    }
}
