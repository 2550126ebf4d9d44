package centrasage.catalogue.creation;

import java.time.Instant;

/**
 * What is known of a product that was, or is being, made.
 *
 * @param product Centra's id of it; 0 as long as that is not known
 * @param name by which it was made
 * @param changedAt when this state began
 */
public record Creation(String code, String name, long product, CreationState state, String note, Instant changedAt) {
    /** Whether it is not known to be whole, or rejected. */
    public boolean isUnderWay() {
        return state != CreationState.MADE && state != CreationState.REJECTED;
    }

    /** Whether Centra gave it another SKU than was meant. */
    public boolean hasOtherSku() {
        return state == CreationState.MADE && !note.isEmpty();
    }
}
