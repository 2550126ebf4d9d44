package centrasage.sage200;

import java.util.Set;

/**
 * Other tracking of a despatch that is there.
 *
 * @param despatch as it is now
 * @param carriersBefore what Sage 200 was told before of who carries it: it may still show one of them
 */
public record TrackingAmendment(NewDespatch despatch, Set<String> carriersBefore) {
    public TrackingAmendment {
        carriersBefore = Set.copyOf(carriersBefore);
    }

    /** Whether this is one of the carriers of before. */
    boolean isOfBefore(String carrier) {
        return carriersBefore.stream().anyMatch(carrier::equalsIgnoreCase);
    }
}
