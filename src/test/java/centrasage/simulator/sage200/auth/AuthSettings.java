package centrasage.simulator.sage200.auth;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** How callers sign in, changed by {@code PUT /control/auth}. */
public final class AuthSettings {
    private static final Set<String> MODES = Set.of("none", "basic", "bearer", "windows");

    private volatile ObjectNode json = (ObjectNode) Json.parse("""
                    {"mode": "none", "user": "api.centra", "password": "secret",
                     "clientId": "centra-sage200", "clientSecret": "simulator-secret", "redirectUri": "",
                     "accessTokenSeconds": 28800, "refreshTokenDays": 90}
                    """);

    public synchronized void change(ObjectNode patch) {
        ObjectNode merged = json.deepCopy();
        patch.properties().forEach(setting -> {
            boolean fits = json.has(setting.getKey())
                    && json.path(setting.getKey()).getNodeType()
                            == setting.getValue().getNodeType();
            Refused.unless(fits, "auth: '" + setting.getKey() + "' is no setting or ill-typed.");
            merged.set(setting.getKey(), setting.getValue());
        });
        Refused.unless(MODES.contains(merged.path("mode").asText()), "auth: mode is one of " + MODES + ".");
        json = merged;
    }

    public ObjectNode toJson() {
        return json.deepCopy();
    }

    boolean isMode(String mode) {
        return text("mode").equals(mode);
    }

    String text(String name) {
        return json.path(name).asText();
    }

    long number(String name) {
        return json.path(name).asLong();
    }
}
