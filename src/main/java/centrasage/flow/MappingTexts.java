package centrasage.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the versions of the mappings are kept: each is the texts of all its files, and never changes. */
public interface MappingTexts {

    /** The version in force; empty before the first. */
    Optional<Version> current();

    Optional<Version> version(int number);

    /** The last one that was loaded from the seed folder. */
    Optional<Version> lastFromSeed();

    /** Those below this number, newest first. */
    List<Version> before(int number, int most);

    /** The texts of a version's files by their names; empty where there is no such version. */
    Map<String, String> files(int number);

    /**
     * Makes the next version, with its row of the audit trail; committed when this returns.
     *
     * @param base the version in force that the draft was made from, 0 for none
     * @return empty when another version came in force meanwhile: nothing was kept
     */
    Optional<Version> keep(int base, Draft draft);

    /** Where the content of a version came from. */
    enum Origin {
        /** The folder of {@code mapping.seed}. */
        SEED,
        /** Somebody sent files. */
        SENT,
        /** An older version again. */
        AGAIN
    }

    /**
     * @param hash of all files: the same content has the same hash
     * @param sameAs the older version that this one brought back; null for others
     * @param note why it was made, in that person's words
     */
    record Version(
            int number,
            String hash,
            Origin origin,
            @Nullable Integer sameAs,
            String madeBy,
            Instant madeAt,
            String note) {}

    /** A version to be. */
    record Draft(
            Map<String, String> files,
            String hash,
            Origin origin,
            @Nullable Integer sameAs,
            String madeBy,
            String note) {
        public Draft {
            files = Map.copyOf(files);
        }
    }
}
