package centrasage.simulator.centra.state;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Integration API token.
 *
 * @param integration owns external ids and events; several tokens may share it
 * @param permissions null for all of them
 */
public record AccessToken(
        String value, String integration, @Nullable Set<String> permissions) {

    /** Everything allowed, for demos. */
    public static AccessToken full(String value) {
        return new AccessToken(value, "centra-sage200", null);
    }

    public boolean allows(String permission) {
        return permissions == null || permissions.contains(permission);
    }
}
