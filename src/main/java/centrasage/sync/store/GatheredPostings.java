package centrasage.sync.store;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.circuit.OpenCircuit;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reading what stopped for one cause, and what waits behind it. Looking changes nothing. */
@ApplicationScoped
public class GatheredPostings {
    private static final Set<PostingState> STOPPED = EnumSet.of(PostingState.HELD, PostingState.REFUSED);

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    GatheredPostings() {}

    @Inject
    GatheredPostings(EntityManager entities) {
        this.entities = entities;
    }

    /** How much waits in one currency. */
    public record Sum(long postings, Money money) {}

    /** What stopped for it, with what is not sent because of it; the currency of most postings first; at least one. */
    @Atomic
    public List<Sum> sums(OpenCircuit circuit) {
        List<Sum> sums = new ArrayList<>();
        entities.createQuery(
                        "SELECT p.currency, COUNT(p), SUM(p.amount) FROM PostingRow p WHERE p.cause = :cause"
                                + " AND p.state IN :stopped GROUP BY p.currency",
                        Object[].class)
                .setParameter("cause", circuit.name())
                .setParameter("stopped", STOPPED)
                .getResultList()
                .forEach(row -> add(sums, row));
        if (circuit.stops()) {
            entities.createQuery(
                            "SELECT p.currency, COUNT(p), SUM(p.amount) FROM PostingRow p, QueueRow q WHERE"
                                    + " q.postingId = p.id AND p.company = :company AND p.kind = :kind AND p.state IN :waiting"
                                    + " GROUP BY p.currency",
                            Object[].class)
                    .setParameter("company", circuit.cause().company())
                    .setParameter("kind", circuit.cause().kind())
                    .setParameter("waiting", EnumSet.of(PostingState.PLANNED, PostingState.WAITING))
                    .getResultList()
                    .forEach(row -> add(sums, row));
        }
        if (sums.isEmpty()) {
            sums.add(new Sum(0, Money.of("0", "GBP")));
        }
        sums.sort((one, other) -> Long.compare(other.postings(), one.postings()));
        return sums;
    }

    private static void add(List<Sum> sums, Object[] row) {
        String currency = (String) row[0];
        Sum more = new Sum((Long) row[1], Money.of(((BigDecimal) row[2]).stripTrailingZeros(), currency));
        for (int at = 0; at < sums.size(); at++) {
            Sum before = sums.get(at);
            if (before.money().currency().getCurrencyCode().equals(currency)) {
                sums.set(
                        at,
                        new Sum(
                                before.postings() + more.postings(),
                                before.money().plus(more.money())));
                return;
            }
        }
        sums.add(more);
    }

    /** What stopped for a cause, in the order of their ids; at most {@code most} after {@code after}. */
    @Atomic
    public List<Gathered> of(String cause, long after, int most) {
        return entities
                .createQuery(
                        "SELECT p FROM PostingRow p WHERE p.cause = :cause AND p.state IN :stopped AND p.id > :after"
                                + " ORDER BY p.id",
                        PostingRow.class)
                .setParameter("cause", cause)
                .setParameter("stopped", STOPPED)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Gathered(row.id(), row.key()))
                .toList();
    }

    /** Whether anything has stopped for it, apart from what is merely not sent because of it. */
    @Atomic
    public boolean any(String cause) {
        return !of(cause, 0, 1).isEmpty();
    }
}
