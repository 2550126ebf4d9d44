package centrasage.console.api.json;

import centrasage.desk.BusinessException;
import centrasage.money.Money;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is, or is not, written to the other side.
 *
 * @param source the source document's own number, such as the Centra order number
 * @param targetNumber the other side's number once it is there
 * @param gathered null where it stands alone
 * @param targetTotal the total that the other side answered with, or was read back to have since; null where it is not known
 * @param block what locks it or what it is parked for; null where nothing does
 */
@Schema(name = "Posting")
public record PostingJson(
        long id,
        String company,
        String kind,
        String source,
        String state,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant since,

        int version,
        Amount amount,
        @Schema(type = SchemaType.STRING, format = "date") LocalDate businessDate,
        List<ReasonJson> reasons,
        @Nullable String targetId,
        @Nullable String targetNumber,
        @Nullable Amount targetTotal,
        int attempts,
        @Nullable BlockJson block,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant created,

        @Nullable Gathered gathered) {

    /** The exception of the cause under which it is gathered with others that stopped for the same. */
    @Schema(name = "Gathered")
    public record Gathered(long exception, String headline) {}

    /** @param cause the exception of the cause that it is gathered under; null where it stands alone */
    public static PostingJson of(Posting posting, @Nullable Blockage blockage, @Nullable BusinessException cause) {
        Money total = posting.targetTotal();
        return new PostingJson(
                posting.id(),
                posting.key().company(),
                posting.key().kind().name(),
                posting.key().sourceKey(),
                posting.state().name(),
                posting.since(),
                posting.version(),
                Amount.of(posting.amount()),
                posting.businessDate(),
                ReasonJson.of(posting.reasons()),
                posting.targetId(),
                posting.targetNumber(),
                total == null ? null : Amount.of(total),
                posting.attempts(),
                BlockJson.of(blockage),
                posting.createdAt(),
                cause == null ? null : new Gathered(cause.id(), cause.headline()));
    }
}
