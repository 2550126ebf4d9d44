package centrasage.simulator.centra;

import centrasage.simulator.centra.limits.Plan;
import centrasage.simulator.centra.limits.RateLimiter;
import centrasage.simulator.centra.limits.RetryAfter;
import centrasage.simulator.centra.state.AccessToken;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The part of {@code /control} that plays the tenant's administrator: tokens, plan, attribute types, faulty data. */
final class TenantControl {
    private final CentraState state;
    private final RateLimiter limiter;
    private final GraphQlEndpoint endpoint;
    private final DataFaults faults;

    TenantControl(CentraState state, RateLimiter limiter, GraphQlEndpoint endpoint, DataFaults faults) {
        this.state = state;
        this.limiter = limiter;
        this.endpoint = endpoint;
        this.faults = faults;
    }

    void addTo(Router router) {
        router.on("GET", "/control/tokens", request -> tokens());
        router.on("PUT", "/control/tokens/{token}", this::putToken);
        router.on("DELETE", "/control/tokens/{token}", this::revokeToken);
        router.on("PUT", "/control/attribute-types/{type}", this::putAttributeType);
        router.on("GET", "/control/rate-limits", request -> rateLimits());
        router.on("PUT", "/control/rate-limits", this::putRateLimits);
        router.on("GET", "/control/data-faults", request -> dataFaults());
        router.on("PUT", "/control/data-faults", this::putDataFaults);
    }

    private Response tokens() {
        ArrayNode rows = Json.array();
        for (AccessToken token : state.tokens()) {
            ObjectNode row = rows.addObject();
            row.put("token", token.value()).put("integration", token.integration());
            Set<String> permissions = token.permissions();
            row.set("permissions", permissions == null ? null : Json.mapper().valueToTree(permissions));
        }
        return Response.json(rows);
    }

    /** {@code {"integration": "erp", "permissions": ["Order:read"]}}; without permissions it has all of them. */
    private Response putToken(Request request) {
        ObjectNode body = request.jsonObject();
        Set<String> permissions = body.path("permissions").isArray() ? texts(body.path("permissions")) : null;
        String integration = body.path("integration").asText("centra-sage200");
        state.put(new AccessToken(request.pathParameter("token"), integration, permissions));
        return tokens();
    }

    private Response revokeToken(Request request) {
        state.revoke(request.pathParameter("token"));
        return tokens();
    }

    /** {@code {"elements": ["order_number"]}}. */
    private Response putAttributeType(Request request) {
        state.putAttributeType(
                request.pathParameter("type"), texts(request.jsonObject().path("elements")));
        return Response.json(Json.object());
    }

    /** {@code {"plan": "growth", "retryAfter": "epoch | http-date | seconds"}}. */
    private Response putRateLimits(Request request) {
        ObjectNode body = request.jsonObject();
        if (body.has("plan")) {
            limiter.switchTo(plan(body.path("plan").asText()));
        }
        if (body.has("retryAfter")) {
            endpoint.retryAfter(RetryAfter.named(body.path("retryAfter").asText())
                    .orElseThrow(() -> badRequest("retryAfter: no such format")));
        }
        return rateLimits();
    }

    private static Plan plan(String name) {
        try {
            return Plan.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw badRequest("plan: no such plan");
        }
    }

    private Response rateLimits() {
        ObjectNode json = Json.object();
        json.put("plan", limiter.plan().name());
        json.put("retryAfter", endpoint.retryAfter().wireName());
        json.put("refusals", limiter.refusals());
        return Response.json(json);
    }

    private Response putDataFaults(Request request) {
        request.jsonObject().properties().forEach(setting -> {
            if (!setting.getValue().isIntegralNumber()
                    || !faults.set(setting.getKey(), setting.getValue().asLong())) {
                throw badRequest(setting.getKey() + ": no such setting, or no such value");
            }
        });
        return dataFaults();
    }

    private Response dataFaults() {
        ObjectNode rates = Json.object();
        ObjectNode counts = Json.object();
        for (DataFaults.Kind kind : DataFaults.Kind.values()) {
            rates.put(kind.wireName(), faults.permille(kind));
            counts.put(kind.wireName(), faults.count(kind));
        }
        ObjectNode json = Json.object();
        json.set("permille", rates);
        json.set("counts", counts);
        return Response.json(json);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Refusal badRequest(String message) {
        return new Refusal(Response.message(400, message));
    }
}
