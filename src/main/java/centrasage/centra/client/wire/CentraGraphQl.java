package centrasage.centra.client.wire;

import centrasage.centra.client.quota.Arbiter;
import centrasage.centra.client.quota.Arbiter.Leave;
import centrasage.centra.client.quota.Cost;
import centrasage.centra.client.quota.Pause;
import centrasage.centra.client.quota.Rank;
import centrasage.centra.client.quota.RateLimit;
import centrasage.centra.client.wire.Answer.Complete;
import centrasage.centra.client.wire.Answer.Failed;
import centrasage.centra.client.wire.Answer.Throttled;
import centrasage.flow.Side;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SideHeard;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Asks Centra a question, more than once where that helps, and never faster than the shop's quota allows those of its rank. Only for
 * reads, and for the few mutations that change nothing when they are done twice: all others go through {@link #once}.
 */
@ApplicationScoped
public class CentraGraphQl {
    private static final Logger LOG = System.getLogger(CentraGraphQl.class.getName());

    /** Failures and refusals by the rate limit together. */
    public static final int TRIES_MAX = 5;

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
    private static final int DEPRECATIONS_MAX = 100;

    private CentraApi api;
    private Wire wire;
    private Arbiter arbiter;
    /** What Centra counted for the last request of an operation. */
    private Map<String, Long> complexities;

    private Set<String> deprecations;
    private Consumer<SideHeard> heard;
    private Mutating mutating;

    @SuppressWarnings("NullAway.Init")
    CentraGraphQl() {}

    @Inject
    public CentraGraphQl(Config config, Clock clock, Event<SideHeard> heard) {
        this(CentraSettings.of(config), clock, length -> Thread.sleep(Math.max(1, length.toMillis())), heard::fire);
    }

    public CentraGraphQl(CentraSettings settings, Clock clock, Pause pause) {
        this(settings, clock, pause, heard -> {});
    }

    /** @param heard told how each question ended */
    public CentraGraphQl(CentraSettings settings, Clock clock, Pause pause, Consumer<SideHeard> heard) {
        this.heard = heard;
        this.api = settings.connect();
        this.wire = new Wire(settings, api, clock);
        this.arbiter = new Arbiter(clock, pause);
        this.complexities = new ConcurrentHashMap<>();
        this.deprecations = ConcurrentHashMap.newKeySet();
        this.mutating = new Mutating(wire, arbiter, clock, heard);
    }

    /**
     * @return an answer without errors
     * @throws TargetUnavailable when Centra gives none, with what to do about it
     */
    public Envelope ask(Query query, JsonObject variables) throws TargetUnavailable {
        try {
            return heard(query, variables);
        } catch (RequestRefused e) {
            heard.accept(SideHeard.refuses(Side.CENTRA, query.part(), String.valueOf(e.getMessage())));
            throw new TargetUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private Envelope heard(Query query, JsonObject variables) throws TargetUnavailable, RequestRefused {
        try {
            Envelope answer = answered(query, variables);
            heard.accept(SideHeard.answers(Side.CENTRA, query.part()));
            return answer;
        } catch (TargetUnavailable e) {
            heard.accept(SideHeard.refuses(Side.CENTRA, query.part(), String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /**
     * Has Centra do something that changes nothing when it is done twice: it is sent again after a failure. Its operation is
     * named like the mutation.
     *
     * @throws TargetUnavailable when it is not known to be done, or Centra rejects it
     */
    public void change(Query mutation, JsonObject variables) throws TargetUnavailable {
        List<String> errors =
                words(ask(mutation, variables).payload(mutation.operation()).errors());
        if (!errors.isEmpty()) {
            throw new TargetUnavailable("Centra rejects " + mutation.operation() + ": " + String.join("; ", errors)
                    + "; it is tried again with the next run, if it lasts ask Centra's support");
        }
    }

    /** As {@link #change}, and tells what Centra rejected or left undone; empty when all of it is done. */
    public List<String> attempt(Query mutation, JsonObject variables) throws TargetUnavailable {
        return undone(ask(mutation, variables).payload(mutation.operation()));
    }

    /**
     * As {@link #attempt}, one of many: an error that is of this one alone says nothing of the others.
     *
     * @throws RequestRefused where Centra is well and answers it with an error
     */
    public List<String> attemptOne(Query mutation, JsonObject variables) throws TargetUnavailable, RequestRefused {
        return undone(heard(mutation, variables).payload(mutation.operation()));
    }

    private static List<String> undone(Payload payload) {
        return Stream.concat(words(payload.errors()).stream(), words(payload.warnings()).stream())
                .toList();
    }

    /** Has Centra do something by exactly one request: whatever becomes of it, it is not sent again, and nothing is thrown. */
    public Mutated once(Query mutation, JsonObject variables) {
        return mutating.send(mutation, variables);
    }

    private static List<String> words(List<UserMessage> messages) {
        return messages.stream().map(UserMessage::message).toList();
    }

    /** As {@link #once}, and waits for its turn before it is sent, as far as that comes soon. */
    public Mutated onceInTurn(Query mutation, JsonObject variables) {
        return mutating.sendInTurn(mutation, variables);
    }

    /** How many mutations of this rank may be made now; Centra is asked first where it has not said lately what is left. */
    public long room(Rank rank) throws TargetUnavailable {
        return arbiter.isOld() || arbiter.room(rank).isEmpty()
                ? roomAnew(rank)
                : arbiter.room(rank).orElse(0);
    }

    /** How many mutations of this rank an hour leaves, for those that wait for the short window to refill. */
    public long lastingRoom(Rank rank) throws TargetUnavailable {
        long now = room(rank);
        return arbiter.lastingRoom(rank).orElse(now);
    }

    /** The same, asked of Centra each time: for mutations of which nobody knows how many Centra takes them for. */
    public long roomAnew(Rank rank) throws TargetUnavailable {
        ask(Query.LIMITS.at(rank), JsonValue.EMPTY_JSON_OBJECT);
        return arbiter.room(rank)
                .orElseThrow(() ->
                        new TargetUnavailable("Centra names no quota of MUTATION_COUNT in rateLimits, so that nobody"
                                + " can tell how many changes it takes beside those of your stock: nothing was written. Ask Centra's support;"
                                + " until then stock waits, and for the write-back set centra.write-back = off"));
    }

    /** How many mutations of each rank were made in the last hour. */
    public Map<Rank, Long> mutationsInTheLastHour() {
        return arbiter.mutationsInTheLastHour();
    }

    private Envelope answered(Query query, JsonObject variables) throws TargetUnavailable, RequestRefused {
        String body = query.with(variables);
        String why = "";
        boolean isOfTheRequest = false;
        for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
            if (attempt > 1 && query.isMutation() && arbiter.isOld()) {
                ask(Query.LIMITS.at(query.rank()), JsonValue.EMPTY_JSON_OBJECT);
            }
            try (Leave leave = arbiter.await(query.rank(), cost(query))) {
                Answer answer = wire.post(body);
                if (answer instanceof Complete complete) {
                    return accepted(query, leave, complete.envelope());
                }
                isOfTheRequest = answer instanceof Failed one && one.ofTheRequest();
                if (answer instanceof Throttled throttled) {
                    why =
                            "Centra's rate limit is used up by this shop's integrations: it is tried again with the next run";
                    LOG.log(Level.INFO, "Centra''s rate limit is used up; waiting until {0}", throttled.until());
                    // a clock of ours that is fast would take every moment for past, and knock again at once
                    leave.refused(throttled.until(), Duration.ofSeconds(1L << (attempt - 1)));
                } else if (answer instanceof Failed failed) {
                    why = failed.why();
                    leave.close();
                    afterFailure(failed, attempt);
                }
            }
        }
        String tried = why + " (" + query.operation() + ", tried " + TRIES_MAX + " times)";
        if (isOfTheRequest) {
            throw new RequestRefused(tried, true);
        }
        throw new TargetUnavailable(tried);
    }

    private Cost cost(Query query) {
        return new Cost(complexities.getOrDefault(query.operation(), 0L), query.isMutation() ? 1 : 0);
    }

    private Envelope accepted(Query query, Leave leave, Envelope envelope) {
        leave.answered(RateLimit.all(envelope.data().get("rateLimits")));
        complexities.put(query.operation(), envelope.complexity());
        for (String deprecation : envelope.deprecations()) {
            if (deprecations.size() < DEPRECATIONS_MAX && deprecations.add(deprecation)) {
                LOG.log(Level.WARNING, "Centra will remove what we use: {0}", deprecation);
            }
        }
        return envelope;
    }

    private void afterFailure(Failed failed, int attempt) throws TargetUnavailable, RequestRefused {
        if (!failed.passing() && failed.ofTheRequest()) {
            throw new RequestRefused(failed.why(), false);
        }
        if (!failed.passing()) {
            throw new TargetUnavailable(failed.why());
        }
        if (attempt < TRIES_MAX) {
            arbiter.take(FIRST_BACKOFF.multipliedBy(1L << (attempt - 1)));
        }
    }

    @PreDestroy
    void close() {
        try {
            api.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Centra''s connections did not close", e);
        }
    }
}
