package centrasage.console.api.json;

import centrasage.desk.BusinessException;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Link;
import centrasage.sync.store.Posting;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A posting with all that was done about it.
 *
 * @param evidence what was read before the last send; null when it was never sent
 */
@Schema(name = "PostingLife")
public record PostingLife(PostingJson posting, @Nullable String evidence, List<Send> attempts, List<Joined> links) {

    /** One send; its end is null while it runs, or when the process died. */
    @Schema(name = "Attempt")
    public record Send(
            int number,

            @Schema(type = SchemaType.STRING, format = "date-time")
            Instant started,

            @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
            Instant ended,

            String outcome,
            @Nullable String detail) {}

    /** Two documents that belong together. */
    @Schema(name = "Link")
    public record Joined(String fromKind, String fromKey, String toKind, String toKey) {}

    public static PostingLife of(
            Posting posting,
            @Nullable Blockage blockage,
            @Nullable BusinessException cause,
            List<Attempt> attempts,
            List<Link> links) {
        return new PostingLife(
                PostingJson.of(posting, blockage, cause),
                posting.evidence(),
                attempts.stream().map(PostingLife::send).toList(),
                links.stream()
                        .map(link -> new Joined(link.fromKind(), link.fromKey(), link.toKind(), link.toKey()))
                        .toList());
    }

    private static Send send(Attempt attempt) {
        return new Send(attempt.number(), attempt.startedAt(), attempt.endedAt(), attempt.outcome(), attempt.detail());
    }
}
