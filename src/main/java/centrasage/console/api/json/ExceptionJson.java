package centrasage.console.api.json;

import centrasage.desk.BusinessException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must see or do.
 *
 * @param atRisk the money at risk; null where it is about no order, so that no amount belongs to it
 * @param cause what it has in common with others: see {@code GET /api/exceptions/causes}
 * @param revision how often what a person sees of it has changed: sent back with a deed, it keeps two people from crossing each other
 * @param waitsSince since when the time of desk.sla runs
 * @param edit what was posted beside what Centra says now, where it changed after posting; null in lists, and where a version
 *     cannot be shown any more
 */
@Schema(name = "Exception")
public record ExceptionJson(
        long id,
        String kind,
        String severity,
        String owner,
        String state,
        String company,
        String source,
        @Nullable Amount atRisk,
        String headline,
        List<ReasonJson> reasons,
        @Nullable String assignedTo,
        @Nullable String note,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant opened,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant changed,

        String cause,
        int revision,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant waitsSince,

        @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
        Instant ignoredUntil,

        @Nullable String ignoredWhy,
        @Nullable EditJson edit) {

    /**
     * An exception whose order is planned again.
     *
     * @param documents how many: of a cause that stops many, all that stopped for it
     * @param run the run that was started for it; null when the job runs already, and the next run plans it
     */
    @Schema(name = "Retried")
    public record Retried(
            ExceptionJson exception,
            int documents,
            @Nullable RunJson run) {}

    public static ExceptionJson of(BusinessException exception) {
        return of(exception, null);
    }

    public static ExceptionJson of(BusinessException exception, @Nullable EditJson edit) {
        return new ExceptionJson(
                exception.id(),
                exception.kind().name(),
                exception.severity().name(),
                exception.owner().name(),
                exception.state().name(),
                exception.company(),
                exception.sourceKey(),
                exception.kind().hasAmount() ? Amount.of(exception.atRisk()) : null,
                exception.headline(),
                ReasonJson.of(exception.reasons()),
                exception.assignedTo(),
                exception.note(),
                exception.openedAt(),
                exception.changedAt(),
                exception.handling().group(),
                exception.handling().edition(),
                exception.handling().waitsSince(),
                exception.handling().ignoredUntil(),
                exception.handling().ignoredWhy(),
                edit);
    }
}
