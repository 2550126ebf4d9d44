package centrasage.sync.ledger;

import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What we say is open on the customer accounts, entry by entry: written in the transactions that post an entry, see an invoice or allocate,
 * and held against Sage's own outstanding values each night by the job {@code reconcile}, which takes over what people did there.
 */
@ApplicationScoped
public class OpenItems {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    OpenItems() {}

    @Inject
    public OpenItems(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * In the caller's transaction; one that is known changes nothing. A Sage that was put back to an older state gives its numbers again:
     * the newer entry takes the place of the one that is gone.
     *
     * @return whether it was not known
     */
    @Atomic
    public boolean add(OpenItem item) {
        Optional<OpenItemRow> known = row(item.company(), item.urn());
        if (known.isPresent()) {
            return known.get().become(item);
        }
        entities.persist(new OpenItemRow(item));
        return true;
    }

    /** In the caller's transaction: so much of both is not open any more. */
    @Atomic
    public void allocated(String company, String credit, String debit, Money value) {
        row(company, credit).ifPresent(row -> row.allocate(value));
        row(company, debit).ifPresent(row -> row.allocate(value));
    }

    /** In the caller's transaction: Sage says that so much of it is open. Nothing where it is not as open any more as it was known to be. */
    @Atomic
    public void agree(OpenItem known, Money there) {
        entities.createQuery("UPDATE OpenItemRow o SET o.open = :there WHERE o.id = :id AND o.open = :known")
                .setParameter("there", there.amount())
                .setParameter("id", known.id())
                .setParameter("known", known.open().amount())
                .executeUpdate();
    }

    /** In the caller's transaction: Sage states this exchange rate on it. */
    @Atomic
    public void stated(OpenItem item, BigDecimal rate) {
        entities.createQuery("UPDATE OpenItemRow o SET o.rate = :rate WHERE o.id = :id")
                .setParameter("rate", rate)
                .setParameter("id", item.id())
                .executeUpdate();
    }

    /**
     * In the caller's transaction: a person has entered in Sage again what was there under another number. Nothing where it is known by
     * now.
     *
     * @param item with the number that it has now
     * @param before the number that it had
     * @return whether that is news
     */
    @Atomic
    public boolean enteredAgain(OpenItem item, String before) {
        if (row(item.company(), item.urn()).isPresent()) {
            return false;
        }
        row(item.company(), before)
                .filter(row -> row.isOf(item))
                .ifPresentOrElse(row -> row.renumber(item.urn()), () -> entities.persist(new OpenItemRow(item)));
        return true;
    }

    private Optional<OpenItemRow> row(String company, String urn) {
        return entities
                .createQuery(
                        "SELECT o FROM OpenItemRow o WHERE o.company = :company AND o.urn = :urn", OpenItemRow.class)
                .setParameter("company", company)
                .setParameter("urn", urn)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** All of one order, the oldest first, those of which nothing is open as well. */
    @Atomic
    public List<OpenItem> of(String object) {
        return entities
                .createQuery(
                        "SELECT o FROM OpenItemRow o WHERE o.object = :object ORDER BY o.date, o.id", OpenItemRow.class)
                .setParameter("object", object)
                .getResultList()
                .stream()
                .map(OpenItemRow::toItem)
                .toList();
    }

    /** What is settled, of this day or later; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<OpenItem> settledSince(LocalDate day, long after, int most) {
        return entities
                .createQuery(
                        "SELECT o FROM OpenItemRow o WHERE o.date >= :day AND o.open = 0 AND o.id > :after ORDER BY o.id",
                        OpenItemRow.class)
                .setParameter("day", day)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(OpenItemRow::toItem)
                .toList();
    }

    /**
     * Of which orders no more than this is open in all, and nothing of it is of a later day than that; at most {@code count} after {@code
     * after}, in the order of their names.
     *
     * @param most in whichever currency the accounts are
     */
    @Atomic
    public List<String> residues(BigDecimal most, LocalDate last, String after, int count) {
        return entities.createQuery(
                        "SELECT o.object FROM OpenItemRow o WHERE o.open > 0 AND o.object > :after GROUP BY o.object"
                                + " HAVING SUM(o.open) <= :most AND MAX(o.date) <= :last ORDER BY o.object",
                        String.class)
                .setParameter("after", after)
                .setParameter("most", most)
                .setParameter("last", last)
                .setMaxResults(count)
                .getResultList();
    }

    /** The same from the one at this place on. */
    @Atomic
    public List<OpenItem> openFrom(int place, int most) {
        return entities
                .createQuery("SELECT o FROM OpenItemRow o WHERE o.open > 0 ORDER BY o.id", OpenItemRow.class)
                .setFirstResult(place)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(OpenItemRow::toItem)
                .toList();
    }

    /** What is open of whatever order; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<OpenItem> open(long after, int most) {
        return entities
                .createQuery(
                        "SELECT o FROM OpenItemRow o WHERE o.open > 0 AND o.id > :after ORDER BY o.id",
                        OpenItemRow.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(OpenItemRow::toItem)
                .toList();
    }
}
