package centrasage.mapping.version;

import centrasage.flow.RunPins;
import centrasage.mapping.MappingFaults;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * The version of the mappings that a run began with: all its steps plan by it, also when another comes in force meanwhile, and
 * so does the run that goes on when its process died. Only where a later run has planned by another version since, or this
 * version of the application cannot use the old one any more, does a restarted run begin with what is in force.
 */
@ApplicationScoped
public class PinnedMappings {
    private static final Logger LOG = Logger.getLogger(PinnedMappings.class.getName());

    private MappingVersions versions;
    private RunPins pins;

    @SuppressWarnings("NullAway.Init")
    PinnedMappings() {}

    @Inject
    public PinnedMappings(MappingVersions versions, RunPins pins) {
        this.versions = versions;
        this.pins = pins;
    }

    /**
     * Kept by the run itself while it lasts, and by the store for the one that goes on after it.
     *
     * @param kind of the documents that it plans, such as {@code order}
     */
    public NumberedMappings of(JobContext run, String kind) throws MappingFaults {
        if (run.getTransientUserData() instanceof NumberedMappings pinned) {
            return pinned;
        }
        Optional<NumberedMappings> begun = pins.pinned(run.getInstanceId()).flatMap(number -> stillFits(number, kind));
        NumberedMappings pinned = begun.isPresent() ? begun.get() : versions.current();
        pins.pin(run.getInstanceId(), pinned.number());
        run.setTransientUserData(pinned);
        return pinned;
    }

    private Optional<NumberedMappings> stillFits(int number, String kind) {
        try {
            NumberedMappings begun = versions.numbered(number);
            return Optional.of(begun)
                    .filter(it -> pins.arePlannedBy(kind, it.mappings().version()));
        } catch (MappingFaults e) {
            LOG.warning(() -> "A restarted run goes on by the mappings in force: it began with version " + number
                    + ", which cannot be used any more: " + e.getMessage());
            return Optional.empty();
        }
    }
}
