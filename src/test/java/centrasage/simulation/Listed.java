package centrasage.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every version of a document of Centra's, and from when on it is listed: a change can be listed later than it was made. */
final class Listed<T> {
    private final List<Version<T>> versions = new ArrayList<>();

    /**
     * @param index its place among the versions
     * @param eligible whether Sage 200 should hear of it
     * @param total what it comes to, in pennies
     */
    record Version<T>(int index, T document, Instant updatedAt, Instant listedFrom, boolean eligible, long total) {}

    void add(T document, Instant updatedAt, Instant listedFrom, boolean eligible, long total) {
        versions.add(new Version<>(versions.size(), document, updatedAt, listedFrom, eligible, total));
    }

    List<Version<T>> versions() {
        return versions;
    }

    Version<T> get(int index) {
        return versions.get(index);
    }

    /** What is shown of it at that moment. */
    Optional<Version<T>> shownAt(Instant now) {
        for (int index = versions.size() - 1; index >= 0; index--) {
            if (!versions.get(index).listedFrom().isAfter(now)) {
                return Optional.of(versions.get(index));
            }
        }
        return Optional.empty();
    }
}
