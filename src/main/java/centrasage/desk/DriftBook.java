package centrasage.desk;

import static centrasage.desk.BusinessException.Kind.DRAFT_IN_SAGE;
import static centrasage.desk.BusinessException.Kind.DRIFT;
import static centrasage.desk.BusinessException.Kind.DUPLICATE;
import static centrasage.desk.BusinessException.Kind.MISSING_IN_SAGE;
import static centrasage.desk.BusinessException.Kind.NOT_EXPECTED_IN_SAGE;
import static centrasage.desk.BusinessException.Kind.STOPPED_IN_SAGE;
import static centrasage.desk.BusinessException.Kind.TOTAL_DIFFERS;
import static centrasage.desk.BusinessException.Kind.VAT_DIFFERS;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.sync.database.Atomic;
import centrasage.sync.store.TargetTotals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comparing the orders of both systems has brought to light: each difference is one exception, which closes by itself when
 * it is over, whoever has resolved it meanwhile, and opens again when it returns.
 */
@ApplicationScoped
public class DriftBook {
    /** What a comparison can find, and can find to be over. */
    private static final Set<BusinessException.Kind> COMPARED = EnumSet.of(
            DRIFT,
            MISSING_IN_SAGE,
            STOPPED_IN_SAGE,
            DRAFT_IN_SAGE,
            NOT_EXPECTED_IN_SAGE,
            DUPLICATE,
            TOTAL_DIFFERS,
            VAT_DIFFERS);

    private static final int IDS_MAX = 500;

    private EntityManager entities;
    private Register register;
    private TargetTotals totals;

    @SuppressWarnings("NullAway.Init")
    DriftBook() {}

    @Inject
    DriftBook(EntityManager entities, Register register, TargetTotals totals) {
        this.entities = entities;
        this.register = register;
        this.totals = totals;
    }

    /** A difference that people were told of, and that was not seen to be over. */
    public record Known(
            BusinessException.Kind kind, @Nullable Long postingId, PostingKey key) {}

    /** Open or resolved by a person. */
    @Atomic
    public List<Known> known() {
        return known(COMPARED);
    }

    /** Of these kinds, as far as they are not over: open or resolved by a person. */
    @Atomic
    public List<Known> known(Set<BusinessException.Kind> kinds) {
        return entities
                .createQuery(
                        "SELECT e FROM ExceptionRow e WHERE e.kind IN :kinds AND e.causeGone = false ORDER BY e.id",
                        ExceptionRow.class)
                .setParameter("kinds", kinds)
                .getResultList()
                .stream()
                .map(DriftBook::known)
                .toList();
    }

    /** The postings of whose totals people were ever told: a person may have put them right in Sage, in whatever way. */
    @Atomic
    public Set<Long> onceOff() {
        return Set.copyOf(entities.createQuery(
                        "SELECT DISTINCT e.postingId FROM ExceptionRow e WHERE e.kind IN :kinds AND e.postingId IS NOT NULL",
                        Long.class)
                .setParameter("kinds", EnumSet.of(TOTAL_DIFFERS, VAT_DIFFERS))
                .getResultList());
    }

    /** Of which of these postings people have an open exception of another kind than these. */
    @Atomic
    public Set<Long> told(Collection<Long> postings, Set<BusinessException.Kind> besides) {
        List<Long> ids = List.copyOf(postings);
        Set<Long> told = new HashSet<>();
        for (int from = 0; from < ids.size(); from += IDS_MAX) {
            told.addAll(entities.createQuery(
                            "SELECT DISTINCT e.postingId FROM ExceptionRow e WHERE e.state IN :open AND e.postingId IN :ids"
                                    + " AND e.kind NOT IN :besides",
                            Long.class)
                    .setParameter("besides", besides)
                    .setParameter("open", EnumSet.of(BusinessException.State.OPEN, BusinessException.State.IGNORED))
                    .setParameter("ids", ids.subList(from, Math.min(from + IDS_MAX, ids.size())))
                    .getResultList());
        }
        return told;
    }

    private static Known known(ExceptionRow row) {
        BusinessException exception = row.toException();
        return new Known(
                exception.kind(),
                row.postingId(),
                new PostingKey(exception.company(), PostingKind.ORDER, exception.sourceKey()));
    }

    /**
     * Tells people of what was found, and closes what is over, all or nothing.
     *
     * @param putRight orders whose total is the planned one now
     * @param unsure what can no longer be told, in other words than before: only where people still wait for it
     */
    @Atomic
    public void write(List<Drift> found, List<Drift> unsure, List<Known> over, List<Long> putRight) {
        found.forEach(drift -> register.open(matter(drift)));
        unsure.forEach(drift -> register.reword(matter(drift)));
        over.forEach(this::agrees);
        putRight.forEach(totals::isAsPlanned);
    }

    private static Matter matter(Drift drift) {
        return new Matter(
                cause(drift.kind(), drift.postingId(), drift.key()),
                Matter.About.posting(drift.postingId(), drift.key()),
                drift.kind(),
                drift.atRisk(),
                Matter.headline(drift.key(), drift.reasons().get(0)),
                drift.reasons());
    }

    /** Both systems were compared, and agree again. */
    private void agrees(Known known) {
        register.close(cause(known.kind(), known.postingId(), known.key()), "Sage 200 was read back, and it is over");
    }

    /** What no posting of ours explains is known by its key alone. */
    private static String cause(BusinessException.Kind kind, @Nullable Long postingId, PostingKey key) {
        String subject = postingId == null || kind == NOT_EXPECTED_IN_SAGE
                ? key.company() + "/" + key.sourceKey()
                : postingId.toString();
        return kind.name().toLowerCase(Locale.ROOT) + "/" + subject;
    }
}
