package centrasage.simulator.centra.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A style, with all that its variants share.
 *
 * @param updatedAt when anything of the product itself was changed last, not of its variants or prices (inferred)
 */
public record Product(int id, Facts facts, Instant createdAt, Instant updatedAt) {

    public @Nullable String number() {
        return facts.text("productNumber");
    }

    /** Whether the shop sells it, in Centra's words. */
    public @Nullable String status() {
        return facts.text("status");
    }

    public @Nullable ProductCollection collection() {
        return (ProductCollection) facts.get("collection");
    }
}
