package centrasage.centra.client.wire;

import centrasage.centra.client.quota.Arbiter;
import centrasage.centra.client.quota.Arbiter.Leave;
import centrasage.centra.client.quota.Cost;
import centrasage.centra.client.wire.Answer.Complete;
import centrasage.centra.client.wire.Answer.Failed;
import centrasage.centra.client.wire.Answer.Throttled;
import centrasage.centra.client.wire.Wire.Sent;
import centrasage.flow.Side;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SideHeard;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sends a mutation by exactly one request, and says what is known of it.
 *
 * <p>The rule behind the table: only what is proven counts. That nothing was executed is proven by a connection that was never made,
 * by 429, by an answer of the way to Centra (401, 403, 404, a redirect) and by a request error, which GraphQL gives before it
 * executes anything. All else without a whole answer is lost.
 */
final class Mutating {
    private static final Cost ONE = new Cost(0, 1);

    private final Wire wire;
    private final Arbiter arbiter;
    private final Clock clock;
    private final Consumer<SideHeard> heard;

    Mutating(Wire wire, Arbiter arbiter, Clock clock, Consumer<SideHeard> heard) {
        this.wire = wire;
        this.arbiter = arbiter;
        this.clock = clock;
        this.heard = heard;
    }

    Mutated send(Query mutation, JsonObject variables) {
        Mutated became = withLeave(mutation, variables);
        tell(mutation, became);
        return became;
    }

    /** The same, after its turn has come. */
    Mutated sendInTurn(Query mutation, JsonObject variables) {
        Mutated became = waited(mutation, variables);
        tell(mutation, became);
        return became;
    }

    private Mutated waited(Query mutation, JsonObject variables) {
        try {
            return sent(mutation, arbiter.await(mutation.rank(), ONE), mutation.with(variables));
        } catch (TargetUnavailable e) {
            return new Mutated.Unsent(String.valueOf(e.getMessage()));
        }
    }

    private Mutated withLeave(Query mutation, JsonObject variables) {
        String body = mutation.with(variables);
        try {
            Optional<Leave> leave = arbiter.now(mutation.rank(), ONE);
            return leave.isPresent()
                    ? sent(mutation, leave.get(), body)
                    : new Mutated.Unsent(
                            arbiter.refusedUntil().isAfter(clock.instant())
                                    ? "Centra's rate limit is used up until " + arbiter.refusedUntil()
                                    : "Centra's rate limit leaves no room for it at the moment");
        } catch (TargetUnavailable e) {
            return new Mutated.Unsent(String.valueOf(e.getMessage()));
        }
    }

    /** That nothing was heard says nothing: whoever reads finds out whether Centra is there. */
    private void tell(Query mutation, Mutated became) {
        if (became instanceof Mutated.Unsent unsent) {
            heard.accept(SideHeard.refuses(Side.CENTRA, mutation.part(), unsent.why()));
        } else if (!(became instanceof Mutated.Lost)) {
            heard.accept(SideHeard.answers(Side.CENTRA, mutation.part()));
        }
    }

    private Mutated sent(Query mutation, Leave leave, String body) {
        try (leave) {
            Sent sent = wire.once(body);
            if (sent instanceof Sent.Never never) {
                return new Mutated.Unsent(never.why());
            }
            if (sent instanceof Sent.Unanswered unanswered) {
                return new Mutated.Lost(unanswered.why());
            }
            return heard(mutation, leave, (Sent.Whole) sent);
        }
    }

    private Mutated heard(Query mutation, Leave leave, Sent.Whole whole) {
        Answer answer = Verdict.on(whole.status(), whole.retryAfter(), whole.body(), clock.instant());
        if (answer instanceof Complete complete) {
            leave.answered(List.of());
            return answered(complete.envelope().payload(mutation.operation()));
        }
        if (answer instanceof Throttled throttled) {
            leave.refused(throttled.until(), Duration.ZERO);
            return new Mutated.Unsent(
                    "Centra's rate limit is used up by this shop's integrations until " + throttled.until());
        }
        String why = ((Failed) answer).why();
        return whole.status() == 200 ? withErrors(mutation, whole.body(), why) : turnedAway(whole.status(), why);
    }

    private static Mutated answered(Payload payload) {
        return payload.fields().isEmpty()
                ? new Mutated.Lost("Centra's answer does not tell what became of it")
                : new Mutated.Answered(payload.fields(), words(payload.errors()), words(payload.warnings()));
    }

    private static List<String> words(List<UserMessage> messages) {
        return messages.stream().map(UserMessage::message).toList();
    }

    private static Mutated turnedAway(int status, String why) {
        boolean onTheWay = Stream.of(401, 403, 404, 407).anyMatch(known -> known == status) || status / 100 == 3;
        if (onTheWay) {
            return new Mutated.Unsent(why);
        }
        // whoever gave up waiting may have passed the request on before
        return status >= 500 || status == 408 || status < 400 ? new Mutated.Lost(why) : new Mutated.NotUnderstood(why);
    }

    /** Errors below the mutation are about what it answers with: it was executed. */
    private static Mutated withErrors(Query mutation, String body, String why) {
        try {
            Envelope envelope = Envelope.read(body);
            boolean begun = !envelope.payload(mutation.operation()).fields().isEmpty()
                    || envelope.errors().stream()
                            .anyMatch(error -> error.path().startsWith(mutation.operation() + "."));
            boolean permission = envelope.errors().stream()
                    .anyMatch(error -> error.missingPermission().isPresent());
            if (!begun && permission) {
                return new Mutated.Unsent(why);
            }
            boolean ofTheRequest =
                    envelope.errors().stream().allMatch(error -> error.path().isEmpty() && !error.passing());
            return !begun && ofTheRequest ? new Mutated.NotUnderstood(why) : new Mutated.Lost(why);
        } catch (JsonException e) {
            return new Mutated.Lost(why);
        }
    }
}
