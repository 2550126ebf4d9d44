package centrasage.sync.returns;

import centrasage.flow.OrderName;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Returned goods that Centra sells again and Sage does not know of: a credit note moves no stock, and Sage's API has no goods-in. Closed by
 * a person who has booked them in.
 */
@ApplicationScoped
public class BookingIn {
    /** Who takes back what is not completed any more. */
    private static final String CENTRA = "centra";

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    BookingIn() {}

    @Inject
    BookingIn(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /**
     * What a return has put back on stock by now; a second time changes nothing. What it does no more is closed, unless a person did so.
     *
     * @param units of this return, all of them
     */
    @Atomic
    public void released(String company, String number, Collection<ReturnUnits> units) {
        Map<Long, ReturnUnitRow> known = rows(company, number);
        for (ReturnUnits each : units) {
            ReturnUnitRow row = known.remove(each.line());
            if (row == null) {
                entities.persist(new ReturnUnitRow(each));
            } else if (row.isOpen() || row.wasClosedBy(CENTRA)) {
                row.reopen();
                row.become(each);
            }
        }
        known.values().stream()
                .filter(ReturnUnitRow::isOpen)
                .forEach(row -> row.close(time.now(), CENTRA, "They are not back on stock in Centra any more"));
    }

    private Map<Long, ReturnUnitRow> rows(String company, String number) {
        return entities
                .createQuery(
                        "SELECT u FROM ReturnUnitRow u WHERE u.company = :company AND u.number = :number",
                        ReturnUnitRow.class)
                .setParameter("company", company)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(ReturnUnitRow::line, Function.identity()));
    }

    /** Those that wait, oldest first; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<ReturnUnits> awaiting(long after, int most) {
        return entities
                .createQuery(
                        "SELECT u FROM ReturnUnitRow u WHERE u.closedAt IS NULL AND u.id > :after ORDER BY u.id",
                        ReturnUnitRow.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ReturnUnitRow::toUnits)
                .toList();
    }

    /** Those that wait, oldest first, from the one at this place on. */
    @Atomic
    public List<ReturnUnits> awaitingFrom(int place, int most) {
        return entities
                .createQuery(
                        "SELECT u FROM ReturnUnitRow u WHERE u.closedAt IS NULL ORDER BY u.id", ReturnUnitRow.class)
                .setFirstResult(place)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ReturnUnitRow::toUnits)
                .toList();
    }

    /** A person has booked them in, or knows that nobody has to; empty where nothing waits under this id. */
    @Atomic(alone = true)
    public Optional<ReturnUnits> close(long id, String who, String why) {
        return Optional.ofNullable(entities.find(ReturnUnitRow.class, id))
                .filter(ReturnUnitRow::isOpen)
                .map(row -> {
                    row.close(time.now(), who, why);
                    ReturnUnits units = row.toUnits();
                    audit.write(
                            who,
                            "BOOKED_IN",
                            OrderName.ofObject(units.object()),
                            units.quantity() + " of " + units.sku() + " of return " + units.number() + ": " + why);
                    return units;
                });
    }
}
