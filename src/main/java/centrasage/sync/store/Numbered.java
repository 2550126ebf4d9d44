package centrasage.sync.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/**
 * The postings that carry a number, whole: Centra's or the other side's. Asked one after the other, because neither database
 * is sure to use two indexes for one {@code OR}.
 */
final class Numbered {
    /** An id that no posting has, because {@code IN} must not be empty. */
    private static final long NOBODY = -1;

    private Numbered() {}

    /** Never empty. */
    static List<Long> ids(EntityManager entities, String number) {
        List<Long> ids = Stream.of("sourceKey", "targetNumber")
                .flatMap(field -> entities
                        .createQuery("SELECT p.id FROM PostingRow p WHERE p." + field + " = :number", Long.class)
                        .setParameter("number", number)
                        .getResultList()
                        .stream())
                .distinct()
                .toList();
        return ids.isEmpty() ? List.of(NOBODY) : ids;
    }
}
