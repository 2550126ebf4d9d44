package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.Outcome.InDoubt;
import centrasage.flow.Outcome.Unavailable;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.WindowsSignIn;
import centrasage.sage200.client.wire.Wire;
import centrasage.sage200.client.wire.WireAnswer;
import centrasage.sage200.client.wire.WireAnswer.Answered;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes exactly one request that writes, and has its answer judged. Never throws for anything that Sage does. */
final class Writing {
    private final SageSettings settings;
    private final Authorization authorization;
    private final Wire wire;

    Writing(SageSettings settings, Authorization authorization, Optional<WindowsSignIn> windows) {
        this.settings = settings;
        this.authorization = authorization;
        this.wire = new Wire(settings.connectTimeout(), settings.readTimeout(), windows);
    }

    /**
     * What is written where.
     *
     * @param resource such as {@code sop_orders}
     */
    record Request(String company, String resource, String body) {

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "Request[" + company + ", " + resource + "]";
        }
    }

    /** @param write how the answer is judged, made of the sign-in before anything is sent */
    Outcome post(Request request, Function<Optional<String>, Write> write) {
        return send(
                request, write, headers -> wire.post(settings.resource(request.resource()), headers, request.body()));
    }

    /** As {@link #post}. */
    Outcome put(Request request, Function<Optional<String>, Write> write) {
        return send(
                request, write, headers -> wire.put(settings.resource(request.resource()), headers, request.body()));
    }

    /** As {@link #post}; Sage answers a removal with nothing, which is judged as an empty document. */
    Outcome delete(Request request, Function<Optional<String>, Write> write) {
        return send(request, write, headers -> whole(wire.delete(settings.resource(request.resource()), headers)));
    }

    private static WireAnswer whole(WireAnswer answer) {
        return answer instanceof Answered answered && answered.isSuccess()
                ? new Answered(answered.status(), "{}")
                : answer;
    }

    private Outcome send(
            Request request,
            Function<Optional<String>, Write> write,
            Function<Map<String, String>, WireAnswer> sending) {
        try {
            Optional<String> signIn = authorization.header();
            Write judging = write.apply(signIn);
            return judged(sending.apply(headers(request.company(), signIn)), judging);
        } catch (TargetUnavailable e) {
            return new Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** Whatever fails while we find out what an answer means, the document may be there. */
    private Outcome judged(WireAnswer answer, Write write) {
        try {
            return new SageAnswers(settings.lockPattern()).classify(answer, write);
        } catch (RuntimeException e) {
            return new InDoubt("the answer to " + write.name() + " could not be judged: " + e);
        }
    }

    /** @throws TargetUnavailable when there is no sign-in */
    WireAnswer delete(String company, String resource) throws TargetUnavailable {
        return wire.delete(settings.resource(resource), headers(company, authorization.header()));
    }

    private Map<String, String> headers(String company, Optional<String> signIn) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        headers.put("X-Site", settings.site());
        headers.put("X-Company", company);
        signIn.ifPresent(header -> headers.put("Authorization", header));
        return headers;
    }
}
