package centrasage.simulator.centra.shipment;

import org.jspecify.annotations.Nullable;

/** How a shipment travels: who carries it, and the numbers by which it can be followed. */
public record Parcel(
        @Nullable String carrier,
        @Nullable String service,
        @Nullable Integer packages,
        @Nullable String tracking,
        @Nullable String returnTracking) {
    public static final Parcel UNKNOWN = new Parcel(null, null, null, null, null);

    /** What the other one tells goes before what this one does. */
    public Parcel amendedBy(Parcel other) {
        return new Parcel(
                other.carrier == null ? carrier : other.carrier,
                other.service == null ? service : other.service,
                other.packages == null ? packages : other.packages,
                other.tracking == null ? tracking : other.tracking,
                other.returnTracking == null ? returnTracking : other.returnTracking);
    }
}
