package centrasage.sage200;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a despatch is to show of its tracking, so that courier, consignment number and notes agree: the courier where Sage 200 has it, and
 * else the carrier's name in the notes, behind the shipment's number.
 */
public final class MeantTracking {
    private final TrackingAmendment amendment;
    private final @Nullable Long courierId;
    private final String notes;

    private MeantTracking(TrackingAmendment amendment, @Nullable Long courierId, String notes) {
        this.amendment = amendment;
        this.courierId = courierId;
        this.notes = notes;
    }

    /**
     * @param courierId of the courier in this company; null where it has none of that name
     * @param there as Sage shows the despatch now
     */
    public static MeantTracking of(TrackingAmendment amendment, @Nullable Long courierId, Despatch there) {
        NewDespatch despatch = amendment.despatch();
        return new MeantTracking(
                amendment,
                courierId,
                DespatchNotes.amended(
                        there.notes(), despatch.number(), written(despatch, courierId), amendment.carriersBefore()));
    }

    /** The notes of a new despatch. */
    public static String notes(NewDespatch despatch, @Nullable Long courierId) {
        return DespatchNotes.of(despatch.number(), written(despatch, courierId));
    }

    private static String written(NewDespatch despatch, @Nullable Long courierId) {
        return courierId == null ? despatch.tracking().courier().strip() : "";
    }

    public NewDespatch despatch() {
        return amendment.despatch();
    }

    public @Nullable Long courierId() {
        return courierId;
    }

    public String consignment() {
        return amendment.despatch().tracking().consignment();
    }

    public String notes() {
        return notes;
    }

    /** What Sage shows of it. Each is empty where there is none. */
    public record Shown(String courier, String consignment, String notes) {
        public static Shown of(Despatch despatch) {
            return new Shown(despatch.courier(), despatch.consignment(), despatch.notes());
        }
    }

    /**
     * One thing that Sage shows otherwise than it is meant.
     *
     * @param name what people call it
     * @param meant in words
     * @param shown in words
     */
    public record Difference(String name, String meant, String shown) {}

    public boolean isShown(Shown shown) {
        return differences(shown).isEmpty();
    }

    /** What Sage shows otherwise; empty where all of it is as it is meant. */
    public List<Difference> differences(Shown shown) {
        List<Difference> differences = new ArrayList<>();
        if (!agrees(shown.courier().strip())) {
            differences.add(
                    difference("courier", amendment.despatch().tracking().courier(), shown.courier()));
        }
        if (!shown.consignment().strip().equals(consignment().strip())) {
            differences.add(difference("consignment number", consignment(), shown.consignment()));
        }
        if (!shown.notes().strip().equals(notes.strip())) {
            differences.add(difference("notes", notes, shown.notes()));
        }
        return differences;
    }

    private static Difference difference(String name, String meant, String shown) {
        return new Difference(name, words(name, meant), words(name, shown));
    }

    private static String words(String name, String value) {
        return value.isBlank() ? "no " + name : name + " " + value;
    }

    /** Where Centra never named a carrier, the courier that Sage or its people have chosen is none of ours. */
    private boolean agrees(String courier) {
        String carrier = amendment.despatch().tracking().courier().strip();
        if (courierId != null || courier.equalsIgnoreCase(carrier)) {
            return courier.equalsIgnoreCase(carrier);
        }
        return courier.isEmpty() || carrier.isEmpty() && !amendment.isOfBefore(courier);
    }
}
