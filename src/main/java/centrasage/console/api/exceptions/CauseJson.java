package centrasage.console.api.exceptions;

import centrasage.console.api.json.Amount;
import centrasage.desk.CauseGroup;
import centrasage.flow.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions of one cause.
 *
 * @param cause their {@code cause}: with their severity it lists them
 * @param owner null where they belong to several
 * @param due by when somebody is to have seen to the one that has waited longest; null where they are ignored
 * @param example one of them
 */
@Schema(name = "ExceptionCause")
public record CauseJson(
        String cause,
        String severity,
        @Nullable String owner,
        long exceptions,
        List<Amount> atRisk,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant oldest,

        @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
        Instant due,

        long example,
        String headline) {
    public static CauseJson of(CauseGroup group) {
        return new CauseJson(
                group.key(),
                group.severity().name(),
                Optional.ofNullable(group.owner()).map(Owner::name).orElse(null),
                group.exceptions(),
                group.sums().stream().map(Amount::of).toList(),
                group.oldest(),
                group.due(),
                group.example().id(),
                group.example().headline());
    }
}
