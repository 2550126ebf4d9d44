package centrasage.console.api.json;

import centrasage.security.User;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who may sign in. */
@Schema(name = "User")
public record UserJson(
        String name,
        List<String> roles,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant changed,

        @Schema(description = "Has to choose another password before anything else")
        boolean mustChangePassword,

        @Schema(description = "Is signed in by the company's provider and has no password here")
        boolean fromProvider) {
    public static UserJson of(User user) {
        return new UserJson(
                user.name(),
                user.roles().stream().sorted().toList(),
                user.changedAt(),
                user.mustChange(),
                !user.local());
    }
}
