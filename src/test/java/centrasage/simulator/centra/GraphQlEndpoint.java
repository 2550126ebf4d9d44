package centrasage.simulator.centra;

import centrasage.simulator.centra.limits.Counter;
import centrasage.simulator.centra.limits.LimitExceeded;
import centrasage.simulator.centra.limits.RateLimiter;
import centrasage.simulator.centra.limits.RetryAfter;
import centrasage.simulator.centra.schema.Call;
import centrasage.simulator.centra.schema.CentraApi;
import centrasage.simulator.centra.state.AccessToken;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.ExecutionResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GraphQL over HTTP: token, limits, execution, and the envelope around the answer. */
final class GraphQlEndpoint {
    private static final String APP_VERSION = "v1.60.0";
    private static final String BEARER = "Bearer ";
    private static final String COOKIE = "graphql-access=";

    private final CentraState state;
    private final CentraApi api;
    private final RateLimiter limiter;
    private final DataFaults faults;
    private volatile RetryAfter retryAfter;

    GraphQlEndpoint(CentraState state, CentraApi api, RateLimiter limiter, DataFaults faults, RetryAfter retryAfter) {
        this.state = state;
        this.api = api;
        this.limiter = limiter;
        this.faults = faults;
        this.retryAfter = retryAfter;
    }

    void retryAfter(RetryAfter format) {
        retryAfter = format;
    }

    RetryAfter retryAfter() {
        return retryAfter;
    }

    /** Without a valid token nothing is answered, wherever the request goes. */
    @Nullable
    Response refuse(Request request) {
        return token(request) == null ? error(401, "authentication", "Invalid or missing access token.") : null;
    }

    Response answer(Request request) {
        AccessToken token = token(request);
        if (token == null) {
            return error(401, "authentication", "Invalid or missing access token.");
        }
        if (faults.strikes(DataFaults.Kind.BAD_GATEWAY)) {
            return Response.html(502, "<html><head><title>502 Bad Gateway</title></head></html>");
        }
        try {
            limiter.take(Counter.REQUEST_COUNT, 1);
        } catch (LimitExceeded limit) {
            return tooMany(limit);
        }
        Response response = execute(request, new Call(token));
        return faults.strikes(DataFaults.Kind.MALFORMED_BODY)
                ? Response.html(response.status(), "{\"data\":{\"orderConnection\":{\"edges\":[{\"no")
                : response;
    }

    private Response execute(Request request, Call call) {
        JsonNode body;
        try {
            body = request.json();
        } catch (IOException e) {
            return error(400, "request", "Request body is not valid JSON");
        }
        if (!body.path("query").isTextual()) {
            return error(400, "request", "Request must contain a query");
        }
        ExecutionResult result = api.execute(
                body.path("query").asText(),
                variables(body),
                body.path("operationName").textValue(),
                call);
        LimitExceeded limit = call.exceeded();
        return limit == null ? envelope(result, call) : tooMany(limit);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(JsonNode body) {
        JsonNode variables = body.path("variables");
        return variables.isObject() ? Json.mapper().convertValue(variables, Map.class) : Map.of();
    }

    /** Whatever was refused before it ran is a bad request; what went wrong in running is told inside a 200. */
    private static Response envelope(ExecutionResult result, Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            json.put("errors", CentraApi.errors(result));
        }
        if (result.isDataPresent()) {
            json.put("data", result.getData());
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("complexity", call.complexity());
        extensions.put("permissionsUsed", List.copyOf(call.permissionsUsed()));
        extensions.put("appVersion", APP_VERSION);
        json.put("extensions", extensions);
        return Response.json(result.isDataPresent() ? 200 : 400, json);
    }

    private Response tooMany(LimitExceeded limit) {
        return error(429, "rate-limit", "Too Many Requests")
                .withHeader("Retry-After", retryAfter.header(limit.resumeAt(), limiter.now()));
    }

    private static Response error(int status, String category, String message) {
        Map<String, Object> error = Map.of("message", message, "extensions", Map.of("category", category));
        return Response.json(status, Map.of("errors", List.of(error)));
    }

    private @Nullable AccessToken token(Request request) {
        String authorization = request.header("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return state.token(authorization.substring(BEARER.length()));
        }
        String cookie = request.header("Cookie");
        return cookie != null && cookie.startsWith(COOKIE) ? state.token(cookie.substring(COOKIE.length())) : null;
    }
}
