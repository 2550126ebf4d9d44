package centrasage.console.api.json;

import centrasage.sync.Staged;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a source document as it was received.
 *
 * @param erased whether the person was erased, so that the payload is gone for everybody
 * @param payload exactly as received; null when it is gone, or the caller may not see personal data
 */
@Schema(name = "Version")
public record VersionJson(
        int version,
        Instant changedAtSource,
        Instant received,
        boolean erased,
        @Nullable String payload) {
    public static VersionJson of(Staged staged, boolean withPersonalData) {
        return new VersionJson(
                staged.version(),
                staged.sourceUpdatedAt(),
                staged.stagedAt(),
                staged.text().isEmpty(),
                withPersonalData ? staged.text().orElse(null) : null);
    }
}
