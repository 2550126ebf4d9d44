package centrasage.sync.vault;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds orders by what their customers are called, without keeping it: of each clue a keyed hash, whose key comes from the key file and is
 * never in the database. Whoever has the database alone cannot even try a guess; whoever has both can try guesses, as with the data itself.
 * The marks of an order go with its key.
 */
@ApplicationScoped
public class CustomerMarks {
    /** Counted up whenever clues are made in another way: then all are made anew. */
    static final int RULES = 1;

    /** Half of the hash: enough to tell a million customers apart. */
    private static final int BYTES = 16;

    private static final byte[] USE = "customer marks".getBytes(StandardCharsets.US_ASCII);

    private EntityManager entities;
    private KeyFile keyFile;

    @SuppressWarnings("NullAway.Init")
    CustomerMarks() {}

    @Inject
    public CustomerMarks(EntityManager entities, KeyFile keyFile) {
        this.entities = entities;
        this.keyFile = keyFile;
    }

    /**
     * In the caller's transaction: by these clues, and by no others, the subject is found from now on. The key is locked, so that an
     * erasure comes before or after it, never in between: of who was erased nothing is kept.
     */
    @Atomic
    public void put(String subject, Collection<Clue> clues) {
        PersonalKeyRow key = entities.find(PersonalKeyRow.class, subject, LockModeType.PESSIMISTIC_WRITE);
        if (key == null) {
            return;
        }
        Set<String> wanted = key.wrappedKey() == null
                ? Set.of()
                : clues.stream().map(this::mark).collect(Collectors.toSet());
        List<CustomerMarkRow> there = entities.createQuery(
                        "SELECT m FROM CustomerMarkRow m WHERE m.subject = :subject", CustomerMarkRow.class)
                .setParameter("subject", subject)
                .getResultList();
        there.stream().filter(row -> !wanted.contains(row.mark())).forEach(entities::remove);
        Set<String> kept = there.stream().map(CustomerMarkRow::mark).collect(Collectors.toSet());
        wanted.stream()
                .filter(mark -> !kept.contains(mark))
                .forEach(mark -> entities.persist(new CustomerMarkRow(mark, subject)));
        key.markedBy(RULES);
    }

    /**
     * The subjects that all of these clues lead to, the one marked last first.
     *
     * @param clues at least one; that which the fewest have is best the first
     */
    @Atomic
    public List<String> find(List<Clue> clues, int first, int most) {
        StringBuilder query = new StringBuilder("SELECT m.subject FROM CustomerMarkRow m WHERE m.mark = :mark0");
        for (int index = 1; index < clues.size(); index++) {
            query.append(" AND EXISTS (SELECT o FROM CustomerMarkRow o WHERE o.subject = m.subject AND o.mark = :mark")
                    .append(index)
                    .append(')');
        }
        TypedQuery<String> found = entities.createQuery(query + " ORDER BY m.mark DESC, m.id DESC", String.class);
        for (int index = 0; index < clues.size(); index++) {
            found.setParameter("mark" + index, mark(clues.get(index)));
        }
        return found.setFirstResult(first).setMaxResults(most).getResultList();
    }

    /** Subjects of which no marks were made by the present rules; each of them is put once, whatever becomes of it. */
    @Atomic
    public List<String> unmarked(int most) {
        return entities.createQuery(
                        "SELECT k.subject FROM PersonalKeyRow k WHERE k.markedBy < :rules ORDER BY k.markedBy, k.subject",
                        String.class)
                .setParameter("rules", RULES)
                .setMaxResults(most)
                .getResultList();
    }

    private String mark(Clue clue) {
        byte[] key = Cipher256.mark(keyFile.key(), USE);
        byte[] text = (clue.field() + ":" + clue.value()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Cipher256.mark(key, text), 0, BYTES);
    }
}
