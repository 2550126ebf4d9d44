package centrasage.reconcile.kept;

import centrasage.reconcile.completeness.Report;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The business days that were compared, each as it was the last time. */
@ApplicationScoped
public class KeptDays {
    /** Of a day; more are counted only. */
    public static final int NUMBERS_MAX = 2_000;

    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    KeptDays() {}

    @Inject
    public KeptDays(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** In place of what was kept of this day before. */
    @Atomic(alone = true)
    public void keep(LocalDate day, Report report) {
        for (String row : List.of("ComparedSumRow", "ComparedNumberRow", "ComparedDayRow")) {
            entities.createQuery("DELETE FROM " + row + " r WHERE r.day = :day")
                    .setParameter("day", day)
                    .executeUpdate();
        }
        DayInFigures figures = DayInFigures.of(report);
        entities.persist(new ComparedDayRow(day, time.now(), figures));
        figures.sums().forEach(sum -> entities.persist(new ComparedSumRow(day, sum)));
        figures.differing().stream()
                .sorted(Comparator.comparing(ComparedNumber::isExplained))
                .limit(NUMBERS_MAX)
                .forEach(number -> entities.persist(new ComparedNumberRow(day, number)));
    }

    /** Empty where it was never compared. */
    @Atomic
    public Optional<ComparedDay> day(LocalDate day) {
        return Optional.ofNullable(entities.find(ComparedDayRow.class, day)).map(this::whole);
    }

    /** The last days until this one that were compared, the latest first. */
    @Atomic
    public List<ComparedDay> until(LocalDate last, int most) {
        return entities
                .createQuery(
                        "SELECT d FROM ComparedDayRow d WHERE d.day <= :last ORDER BY d.day DESC", ComparedDayRow.class)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> row.toDay(List.of()))
                .toList();
    }

    private ComparedDay whole(ComparedDayRow row) {
        return row.toDay(entities
                .createQuery("SELECT s FROM ComparedSumRow s WHERE s.day = :day ORDER BY s.id", ComparedSumRow.class)
                .setParameter("day", row.day())
                .getResultList()
                .stream()
                .map(ComparedSumRow::toSum)
                .toList());
    }

    /** Those of a day that did not agree, what is explained last. */
    @Atomic
    public List<ComparedNumber> numbers(LocalDate day, int from, int most) {
        return entities
                .createQuery(
                        "SELECT n FROM ComparedNumberRow n WHERE n.day = :day ORDER BY n.id", ComparedNumberRow.class)
                .setParameter("day", day)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ComparedNumberRow::toNumber)
                .toList();
    }
}
