package centrasage.desk.outside;

import centrasage.flow.Chore;
import centrasage.flow.Vital;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells a switch outside that this installation is well, as long as it is: the store takes a lease, the clock of the jobs goes, the lanes
 * live. When that stays away the switch tells people, whom nothing here could tell any more. One node tells it for all. That the switch
 * cannot be reached is counted and shown, and told to nobody: it tells people itself then.
 */
@ApplicationScoped
public class OutsideBeat implements Chore {
    private static final Logger LOG = Logger.getLogger(OutsideBeat.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String LEASE = "outside-beat";
    private static final String WELL = "well";

    private final Outward outward = new Outward(TIMEOUT);
    private BeatSettings settings;
    private Iterable<Vital> vitals;
    private Store store;
    private Node node;
    private Clock clock;
    private volatile Standing standing = new Standing(null, 0, null, null);

    @SuppressWarnings("NullAway.Init")
    OutsideBeat() {}

    @Inject
    OutsideBeat(BeatSettings settings, @Any Instance<Vital> vitals, Store store, Node node, Clock clock) {
        this(settings, (Iterable<Vital>) vitals, store, node, clock);
    }

    OutsideBeat(BeatSettings settings, Iterable<Vital> vitals, Store store, Node node, Clock clock) {
        this.settings = settings;
        this.vitals = vitals;
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    /**
     * How it fares on this node, since its start.
     *
     * @param sentAt when the switch last took a sign of life; null before the first
     * @param failures how often it could not be reached, or refused
     * @param error why, the last time; null after a success
     * @param ailment what was wrong here, so that none was sent; null while all is well
     */
    public record Standing(
            @Nullable Instant sentAt,
            long failures,
            @Nullable String error,
            @Nullable String ailment) {}

    public boolean isSetUp() {
        return settings.address().isPresent();
    }

    public Standing standing() {
        return standing;
    }

    @Override
    public String name() {
        return "sign of life for outside";
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public void perform(BooleanSupplier stopped) {
        if (!isSetUp()) {
            return;
        }
        Optional<String> ailment = ailment();
        standing = new Standing(standing.sentAt(), standing.failures(), standing.error(), ailment.orElse(null));
        if (ailment.isPresent()) {
            settings.ailing().ifPresent(address -> send(address, ailment.get()));
        } else if (isOurs()) {
            settings.address().ifPresent(address -> send(address, WELL));
        }
    }

    /** Nobody beats for a node that is ill: whoever has the lease loses it, and another that is well takes it. */
    private Optional<String> ailment() {
        try {
            store.now();
            for (Vital vital : vitals) {
                Optional<String> ailment = vital.ailment();
                if (ailment.isPresent()) {
                    return ailment;
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) { // whatever the pool, the driver or JPA throws
            LOG.log(Level.FINE, "told by the switch", e);
            return Optional.of("The store does not answer");
        }
    }

    private boolean isOurs() {
        return store.lease(
                LEASE, node.holder(LEASE), settings.interval().multipliedBy(2).plus(TIMEOUT));
    }

    private void send(URI address, String words) {
        boolean posts = settings.posts() || !words.equals(WELL);
        try {
            Outward.Answer answer =
                    posts ? outward.post(address, "text/plain; charset=utf-8", words) : outward.get(address);
            if (answer.isGood()) {
                boolean isWell = standing.ailment() == null;
                standing = new Standing(
                        isWell ? clock.instant() : standing.sentAt(), standing.failures(), null, standing.ailment());
            } else {
                failed("it answers " + answer.status());
            }
        } catch (IOException e) {
            failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(String why) {
        if (standing.error() == null) {
            LOG.warning(() -> "The switch outside (alerts.heartbeat.url) was not reached: " + why);
        }
        standing = new Standing(standing.sentAt(), standing.failures() + 1, why, standing.ailment());
    }
}
