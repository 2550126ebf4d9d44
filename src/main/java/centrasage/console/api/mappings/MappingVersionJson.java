package centrasage.console.api.mappings;

import centrasage.flow.MappingTexts.Version;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of the mappings.
 *
 * @param hash of all its files: the same content has the same
 * @param from {@code seed} for the folder of mapping.seed, {@code sent} for files that somebody sent, {@code again} for an older
 *     version brought back
 * @param sameAs the version that was brought back; null for others
 */
@Schema(name = "MappingVersion")
public record MappingVersionJson(
        int version,
        boolean inForce,
        String hash,
        String from,
        @Nullable Integer sameAs,
        String madeBy,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant madeAt,

        String note) {
    static MappingVersionJson of(Version version, int inForce) {
        return new MappingVersionJson(
                version.number(),
                version.number() == inForce,
                version.hash(),
                version.origin().name().toLowerCase(java.util.Locale.ROOT),
                version.sameAs(),
                version.madeBy(),
                version.madeAt(),
                version.note());
    }
}
