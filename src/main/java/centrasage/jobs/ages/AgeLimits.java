package centrasage.jobs.ages;

import centrasage.flow.PostingState;
import centrasage.jobs.lanes.LaneSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** What the operator decided about how long anything may take before a person is told. */
@ApplicationScoped
public class AgeLimits {
    private static final String PREFIX = "posting.age-limit.";
    private static final List<PostingState> LIMITED = List.of(
            PostingState.PLANNED,
            PostingState.WAITING,
            PostingState.SENDING,
            PostingState.IN_DOUBT,
            PostingState.LOCKED,
            PostingState.PARKED);
    /** In preview nothing is written, so that whatever is to be written stays as it is. */
    private static final List<PostingState> IN_PREVIEW = List.of(PostingState.SENDING, PostingState.IN_DOUBT);

    private Map<PostingState, Duration> limits;
    private Duration unplanned;
    private Duration outage;

    @SuppressWarnings("NullAway.Init")
    AgeLimits() {}

    @Inject
    public AgeLimits(Config config, LaneSettings lanes) {
        limits = new EnumMap<>(PostingState.class);
        for (PostingState state : lanes.preview() ? IN_PREVIEW : LIMITED) {
            limits.put(
                    state, limit(config, state.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        Duration settled = lanes.settle().multipliedBy(2);
        limits.computeIfPresent(
                PostingState.IN_DOUBT, (state, limit) -> limit.compareTo(settled) < 0 ? settled : limit);
        unplanned = limit(config, "unplanned");
        outage = limit(config, "outage");
    }

    AgeLimits(Map<PostingState, Duration> limits, Duration unplanned, Duration outage) {
        this.limits = limits;
        this.unplanned = unplanned;
        this.outage = outage;
    }

    private static Duration limit(Config config, String name) {
        return config.getValue(PREFIX + name, Duration.class);
    }

    /** Of each state that has one. */
    Map<PostingState, Duration> limits() {
        return limits;
    }

    /** Of what was received and has no plan yet. */
    Duration unplanned() {
        return unplanned;
    }

    /** Of a system that cannot be worked with. */
    Duration outage() {
        return outage;
    }
}
