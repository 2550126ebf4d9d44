package centrasage.sync.numbers;

import centrasage.flow.OrderName;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;

/**
 * The numbers of the other side that the source is still to be told of. One is added in the transaction that posts, and taken
 * out once the source has it: if the process dies in between, it is written once more, which changes nothing there.
 */
@ApplicationScoped
public class NumbersToTell {
    private static final String ACTOR = "write-back";

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    NumbersToTell() {}

    @Inject
    NumbersToTell(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /** In the caller's transaction; a second time changes nothing. */
    @Atomic
    public void add(long postingId) {
        if (entities.find(NumberRow.class, postingId) == null) {
            entities.persist(new NumberRow(postingId, time.now()));
        }
    }

    /** The first that are due, at most {@code most}. */
    @Atomic(alone = true)
    public List<NumberToTell> due(int most) {
        return entities
                .createQuery(
                        "SELECT n.postingId, p.company, p.sourceKey, p.targetNumber, n.tries FROM NumberRow n, PostingRow p"
                                + " WHERE p.id = n.postingId AND n.notBefore <= :now AND p.targetNumber IS NOT NULL"
                                + " ORDER BY n.notBefore, n.postingId",
                        Object[].class)
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new NumberToTell(
                        (Long) row[0], (String) row[1], (String) row[2], (String) row[3], (Integer) row[4]))
                .toList();
    }

    /** The source has them. */
    @Atomic(alone = true)
    public void told(List<NumberToTell> numbers) {
        for (NumberToTell number : numbers) {
            remove(number);
            audit.write(ACTOR, "NUMBER_TOLD", OrderName.of(number.order()), "Sage 200 order " + number.number());
        }
    }

    /** The source would not take it: tried again after a while. */
    @Atomic(alone = true)
    public void later(NumberToTell number, Duration after) {
        NumberRow row = entities.find(NumberRow.class, number.postingId());
        if (row != null) {
            row.later(time.now().plus(after));
        }
    }

    /** The source would not take it time and again; nothing but this number is missing there. */
    @Atomic(alone = true)
    public void giveUp(NumberToTell number, String why) {
        remove(number);
        audit.write(
                ACTOR,
                "NUMBER_NOT_TOLD",
                OrderName.of(number.order()),
                "Sage 200 order " + number.number() + ", Centra says: " + why);
    }

    private void remove(NumberToTell number) {
        NumberRow row = entities.find(NumberRow.class, number.postingId());
        if (row != null) {
            entities.remove(row);
        }
    }
}
