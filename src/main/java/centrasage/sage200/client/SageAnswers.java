package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.Outcome.InDoubt;
import centrasage.flow.Outcome.Locked;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.Outcome.Refused;
import centrasage.flow.Outcome.Unavailable;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageErrors;
import centrasage.sage200.client.wire.WireAnswer;
import centrasage.sage200.client.wire.WireAnswer.Answered;
import centrasage.sage200.client.wire.WireAnswer.Lost;
import centrasage.sage200.client.wire.WireAnswer.NotSent;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every answer to a write means. Nobody else may decide it.
 *
 * <p>The rule behind the table: only what is proven counts. That nothing was sent is proven by a connection that was never
 * made, by 429 and by 407 (the request was turned away unread). That it is posted is proven by a complete document of ours
 * in the answer. That it is refused or locked is proven by Sage's word <em>and</em> by reading back that nothing was left
 * behind: a POST may leave a draft. A 403 or 404 without Sage's word is about the site and not about this document, and waits
 * like a lost sign-in if nothing was left behind. All else is in doubt.
 */
final class SageAnswers {
    private final Pattern lock;

    /** @param lock what a record lock looks like in an error body */
    SageAnswers(Pattern lock) {
        this.lock = lock;
    }

    Outcome classify(WireAnswer answer, Write write) {
        if (answer instanceof NotSent notSent) {
            return new Unavailable(notSent.why());
        }
        if (answer instanceof Lost lost) {
            return new InDoubt(lost.why());
        }
        Answered answered = (Answered) answer;
        return answered.isSuccess() ? confirmed(answered, write) : failed(answered, write);
    }

    private static Outcome confirmed(Answered answered, Write write) {
        try (JsonReader reader = Json.createReader(new StringReader(answered.body()))) {
            JsonObject answer = reader.readObject();
            Optional<Reason> untaken = write.untaken(answer);
            return untaken.isPresent()
                    ? unlessLeftBehind(refused(untaken.get()), write)
                    : new Posted(write.confirmed(answer));
        } catch (JsonException | ClassCastException | Row.Malformed e) {
            return new InDoubt("Sage 200 answered " + answered.status() + " to " + write.name()
                    + ", but not with the finished document: " + e.getMessage());
        }
    }

    private Outcome failed(Answered answered, Write write) {
        int status = answered.status();
        String text = write.withoutPersonalData(SageErrors.text(answered.body()));
        return switch (status) {
            case 401 -> unauthorised(write, text);
            case 403, 404 ->
                SageErrors.isSages(answered.body())
                        ? unlessLeftBehind(lockedOrRefused(status, text, write), write)
                        : unlessLeftBehind(new Unavailable(Refusals.ofTheSite(status, write.name())), write);
            case 407, 429 -> new Unavailable("turned away unread with " + status + ending(text));
            // whoever gave up waiting may have passed the request on before
            case 408 -> new InDoubt("the request timed out on the way (408)" + ending(text));
            case 423 -> unlessLeftBehind(new Locked(SageErrors.lockHolder(text)), write);
            default ->
                status >= 400 && status < 500
                        ? unlessLeftBehind(lockedOrRefused(status, text, write), write)
                        : new InDoubt("Sage 200 answered " + status + " to " + write.name() + ending(text));
        };
    }

    private Outcome lockedOrRefused(int status, String text, Write write) {
        return lock.matcher(text).find()
                ? new Locked(SageErrors.lockHolder(text))
                : refused(Refusals.reason(status, write.name(), text));
    }

    /**
     * Sage answers 401 with an empty body to an expired sign-in, a wrong company and a missing permission alike. A read with
     * the very same sign-in tells them apart.
     */
    private static Outcome unauthorised(Write write, String text) {
        SignInCheck check = write.signIn();
        return switch (check.verdict()) {
            case MAY_NOT_OVERRIDE_PRICES -> unlessLeftBehind(refused(Refusals.priceOverride(write.name())), write);
            case GOOD -> unlessLeftBehind(refused(Refusals.permission(write.name(), text)), write);
            case RENEWED -> new Unavailable("the sign-in to Sage 200 had ended and has been renewed");
            case LOST -> new Unavailable(check.why());
            case UNKNOWN ->
                new InDoubt(
                        "Sage 200 answered 401 to " + write.name() + ", and why cannot be found out: " + check.why());
        };
    }

    private static Refused refused(Reason reason) {
        return new Refused(List.of(reason));
    }

    private static Outcome unlessLeftBehind(Outcome candidate, Write write) {
        try {
            return write.leftNothingBehind()
                    ? candidate
                    : new InDoubt(
                            "Sage 200 answered " + write.name() + " with an error and yet holds it: " + candidate);
        } catch (TargetUnavailable e) {
            return new InDoubt("Sage 200 answered " + write.name()
                    + " with an error, and whether it left something behind cannot be read: " + e.getMessage());
        }
    }

    private static String ending(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }
}
