package centrasage.console.api.json;

import centrasage.sync.store.Blockage;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a posting from going out, on the other side.
 *
 * @param as LOCKED or PARKED; the posting may be SENDING at this moment, because it is being tried once more
 * @param since when it was met first, however often it was tried since
 * @param tries how often it was met
 * @param by the Sage user who has the record open, and the workstation; null where Sage does not say
 * @param waiting how many postings wait behind it
 * @param nextTry when it is tried again by itself
 */
@Schema(name = "Block")
public record BlockJson(
        String as,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant since,

        int tries,
        @Nullable String by,
        long waiting,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant nextTry) {

    static @Nullable BlockJson of(@Nullable Blockage blockage) {
        return blockage == null
                ? null
                : new BlockJson(
                        blockage.block().as().name(),
                        blockage.block().since(),
                        blockage.block().tries(),
                        blockage.block().by().isEmpty()
                                ? null
                                : blockage.block().by(),
                        blockage.waiting(),
                        blockage.nextTry());
    }
}
