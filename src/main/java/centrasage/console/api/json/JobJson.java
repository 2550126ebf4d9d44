package centrasage.console.api.json;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job.
 *
 * @param schedule when it starts by itself; null when it does not
 */
@Schema(name = "Job")
public record JobJson(
        String job,
        @Nullable String schedule,

        @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
        Instant next,

        @Nullable RunJson last) {}
