package centrasage.sync.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is changing of one mapping file.
 *
 * @param base the version that it was begun from
 * @param sameAs the older version that it brings back; null for others
 * @param content the text of the file as it was typed, right or wrong; null where the file is to be removed
 */
public record KeptDraft(
        String file,
        int base,
        @Nullable Integer sameAs,
        @Nullable String content,
        Instant changedAt) {}
