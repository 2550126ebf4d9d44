package centrasage.sync.store;

import centrasage.flow.PostingKind;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/**
 * The postings that carry a number, whole: Centra's or the other side's; of an order all that follows from it, too. Asked one
 * after the other, because neither database is sure to use two indexes for one {@code OR}.
 */
final class Numbered {
    /** An id that no posting has, because {@code IN} must not be empty. */
    private static final long NOBODY = -1;

    private Numbered() {}

    /** Never empty. */
    static List<Long> ids(EntityManager entities, String number) {
        List<Object[]> found = carrying(entities, number);
        List<Long> ids = Stream.concat(found.stream().map(row -> (Long) row[0]), following(entities, found).stream())
                .distinct()
                .toList();
        return ids.isEmpty() ? List.of(NOBODY) : ids;
    }

    static boolean any(EntityManager entities, String number) {
        return !carrying(entities, number).isEmpty();
    }

    private static List<Object[]> carrying(EntityManager entities, String number) {
        return Stream.of("sourceKey", "targetNumber")
                .flatMap(field -> entities
                        .createQuery(
                                "SELECT p.id, p.kind, p.object FROM PostingRow p WHERE p." + field + " = :number",
                                Object[].class)
                        .setParameter("number", number)
                        .getResultList()
                        .stream())
                .toList();
    }

    private static List<Long> following(EntityManager entities, List<Object[]> found) {
        List<String> orders = found.stream()
                .filter(row -> row[1] == PostingKind.ORDER)
                .map(row -> (String) row[2])
                .distinct()
                .toList();
        return orders.isEmpty()
                ? List.of()
                : entities.createQuery("SELECT p.id FROM PostingRow p WHERE p.object IN :orders", Long.class)
                        .setParameter("orders", orders)
                        .getResultList();
    }
}
