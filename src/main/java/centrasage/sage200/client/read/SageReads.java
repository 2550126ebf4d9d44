package centrasage.sage200.client.read;

import centrasage.flow.Side;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SideHeard;
import centrasage.sage200.client.read.SignInCheck.Verdict;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.Authorization.Reading;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Asks Sage, and asks again when there was no answer: only reads come through here, and only reads may be repeated.
 *
 * <p>The retries stop after half a minute, so that a lane that reads before it writes never outlives its lease.
 */
@ApplicationScoped
public class SageReads {
    private static final long RETRY_DELAY_MILLIS = 300;
    private static final long RETRY_JITTER_MILLIS = 150;
    private static final long RETRY_FOR_MILLIS_MAX = 30_000;
    private static final int RETRIES_MAX = 2;
    /** So many reads in a row, nearly all of them without an answer, and nobody asks for a moment. */
    private static final int BREAKER_READS = 20;

    private static final long BREAKER_DELAY_MILLIS = 5_000;
    /** More than all lanes, jobs and people together: a semaphore that is full turns away, and queues nobody. */
    private static final int READS_AT_ONCE_MAX = 100;

    private static final String PERMISSIONS = "current_user_sop_user_permissions";

    private SageApi api;
    private Authorization authorization;
    private Consumer<SideHeard> heard;
    private SageReadAnswers answers;

    @SuppressWarnings("NullAway.Init")
    SageReads() {}

    @Inject
    public SageReads(Config config, SageAuthorization authorization, Event<SideHeard> heard) {
        this(SageSettings.of(config), authorization, heard::fire);
    }

    public SageReads(SageSettings settings, Authorization authorization) {
        this(settings, authorization, heard -> {});
    }

    /** @param heard told how each read ended */
    public SageReads(SageSettings settings, Authorization authorization, Consumer<SideHeard> heard) {
        this.authorization = authorization;
        this.heard = heard;
        this.answers = new SageReadAnswers(settings, authorization);
        this.api = RestClientBuilder.newBuilder()
                .baseUri(URI.create(settings.url()))
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(new SageRequests(settings.site()))
                .build(SageApi.class);
    }

    /** One page of a collection. */
    @Retry(
            maxRetries = RETRIES_MAX,
            delay = RETRY_DELAY_MILLIS,
            jitter = RETRY_JITTER_MILLIS,
            maxDuration = RETRY_FOR_MILLIS_MAX,
            retryOn = Unanswered.class)
    @CircuitBreaker(
            requestVolumeThreshold = BREAKER_READS,
            failureRatio = 0.9,
            delay = BREAKER_DELAY_MILLIS,
            failOn = Unanswered.class)
    @Bulkhead(READS_AT_ONCE_MAX)
    @Fallback(
            fallbackMethod = "leftAlone",
            applyOn = {CircuitBreakerOpenException.class, BulkheadException.class})
    public JsonStructure list(String company, String resource, Query query) throws ReadFailed {
        return ask(company, resource, header -> api.list(resource, company, header.orElse(null), query));
    }

    /** One document by its id. */
    @Retry(
            maxRetries = RETRIES_MAX,
            delay = RETRY_DELAY_MILLIS,
            jitter = RETRY_JITTER_MILLIS,
            maxDuration = RETRY_FOR_MILLIS_MAX,
            retryOn = Unanswered.class)
    @CircuitBreaker(
            requestVolumeThreshold = BREAKER_READS,
            failureRatio = 0.9,
            delay = BREAKER_DELAY_MILLIS,
            failOn = Unanswered.class)
    @Bulkhead(READS_AT_ONCE_MAX)
    @Fallback(
            fallbackMethod = "leftAlone",
            applyOn = {CircuitBreakerOpenException.class, BulkheadException.class})
    public JsonStructure one(String company, String resource, long id, Query query) throws ReadFailed {
        return ask(company, resource, header -> api.one(resource, id, company, header.orElse(null), query));
    }

    /** Whether Sage would take documents of a date. */
    @Retry(
            maxRetries = RETRIES_MAX,
            delay = RETRY_DELAY_MILLIS,
            jitter = RETRY_JITTER_MILLIS,
            maxDuration = RETRY_FOR_MILLIS_MAX,
            retryOn = Unanswered.class)
    @CircuitBreaker(
            requestVolumeThreshold = BREAKER_READS,
            failureRatio = 0.9,
            delay = BREAKER_DELAY_MILLIS,
            failOn = Unanswered.class)
    @Bulkhead(READS_AT_ONCE_MAX)
    @Fallback(
            fallbackMethod = "leftAlone",
            applyOn = {CircuitBreakerOpenException.class, BulkheadException.class})
    JsonStructure dateValidation(String company, String body) throws ReadFailed {
        return ask(company, SageApi.DATE_VALIDATION, header -> api.validateDate(company, header.orElse(null), body));
    }

    /** Called in place of {@link #list}, which was not tried; as {@link #leftAlone(String)}. */
    JsonStructure leftAlone(String company, String resource, Query query) throws ReadFailed {
        throw leftAlone(resource);
    }

    /** Called in place of {@link #one}. */
    JsonStructure leftAlone(String company, String resource, long id, Query query) throws ReadFailed {
        throw leftAlone(resource);
    }

    /** Called in place of {@link #dateValidation}. */
    JsonStructure leftAlone(String company, String body) throws ReadFailed {
        throw leftAlone(SageApi.DATE_VALIDATION);
    }

    /** Nobody was asked: that is a read without an answer like any other, which makes lanes pause, and no failure of ours. */
    private static ReadFailed leftAlone(String resource) {
        return new ReadFailed(
                0,
                "Sage 200 was not asked for " + resource
                        + ": nearly all of the last reads went unanswered, or too many were under way;"
                        + " it is left alone for a moment and asked again by itself");
    }

    /** What Sage says no to, and what is not there, are answers; nothing depends on the dates, so they are no outage. */
    private JsonStructure ask(String company, String resource, Request request) throws ReadFailed {
        try {
            JsonStructure answer = answered(company, resource, request);
            heard.accept(SideHeard.answers(Side.SAGE_200, company));
            return answer;
        } catch (ReadFailed e) {
            boolean answered = e.status() == 400 || e.status() == 404;
            if (answered) {
                heard.accept(SideHeard.answers(Side.SAGE_200, company));
            } else if (e.status() == 401) {
                heard.accept(SideHeard.refuses(Side.SAGE_200, company, e.why()));
            } else if (e.status() == 0 || !resource.equals(SageApi.DATE_VALIDATION)) {
                heard.accept(SideHeard.fails(Side.SAGE_200, e.why()));
            }
            throw e;
        }
    }

    /** A 401 is answered with a renewed sign-in, once. */
    private JsonStructure answered(String company, String resource, Request request) throws ReadFailed {
        try {
            Optional<String> header = authorization.header();
            try (Reading held = authorization.reading();
                    Response response = request.send(header)) {
                if (response.getStatus() != 401) {
                    return answers.json(company, resource, response);
                }
            }
            Optional<String> renewed = authorization.renewed(header);
            if (renewed.isEmpty()) {
                throw answers.signInRefused(company);
            }
            try (Reading held = authorization.reading();
                    Response response = request.send(renewed)) {
                return answers.json(company, resource, response);
            }
        } catch (ProcessingException e) {
            throw answers.unanswered(resource, e);
        } catch (TargetUnavailable e) {
            throw new ReadFailed(String.valueOf(e.getMessage()), e);
        }
    }

    /** Finds out with a read what a 401 to a write meant; the sign-in is renewed at most once. */
    public SignInCheck checkSignIn(String company, Optional<String> sent) {
        try {
            JsonStructure read = permissions(company, sent);
            if (read != null) {
                return SignInCheck.of(mayNotOverridePrices(read) ? Verdict.MAY_NOT_OVERRIDE_PRICES : Verdict.GOOD);
            }
            Optional<String> renewed = authorization.renewed(sent);
            return renewed.isPresent() && permissions(company, renewed) != null
                    ? SignInCheck.of(Verdict.RENEWED)
                    : new SignInCheck(
                            Verdict.LOST, answers.signInRefused(company).why());
        } catch (TargetUnavailable e) {
            return new SignInCheck(Verdict.LOST, String.valueOf(e.getMessage()));
        } catch (Unanswered e) {
            return new SignInCheck(Verdict.UNKNOWN, e.why());
        } catch (ProcessingException e) {
            return new SignInCheck(
                    Verdict.UNKNOWN, answers.unanswered(PERMISSIONS, e).why());
        } catch (ReadFailed e) {
            // answered, and not with 401: the sign-in was taken, and this version has no such resource
            return SignInCheck.of(Verdict.GOOD);
        }
    }

    /** Null after a 401. */
    private @Nullable JsonStructure permissions(String company, Optional<String> header) throws ReadFailed {
        try (Reading held = authorization.reading();
                Response response = api.list(PERMISSIONS, company, header.orElse(null), Query.all())) {
            return response.getStatus() == 401 ? null : answers.json(company, PERMISSIONS, response);
        } catch (TargetUnavailable e) {
            throw new Unanswered(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean mayNotOverridePrices(JsonStructure permissions) throws ReadFailed {
        return Pages.rows(PERMISSIONS, permissions).stream()
                .anyMatch(row -> new Row(row).isFalse("override_prices_discounts"));
    }

    private interface Request {
        Response send(Optional<String> header);
    }
}
