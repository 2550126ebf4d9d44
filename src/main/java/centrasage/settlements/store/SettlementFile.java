package centrasage.settlements.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken, whether or not anything of it can be used.
 *
 * @param contentHash SHA-256 of its bytes, by which the same file is known again under any name
 * @param size in bytes
 * @param psp the provider; empty where nobody knows whose file it is
 * @param fault why nothing of it can be trusted, in a sentence; null where it was read
 */
public record SettlementFile(
        long id,
        String contentHash,
        String name,
        long size,
        String psp,
        @Nullable String fault,
        Instant takenAt) {}
