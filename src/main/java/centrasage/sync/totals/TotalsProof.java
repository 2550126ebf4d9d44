package centrasage.sync.totals;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the totals are what a count of all postings gives. It walks through all of them: for the night. */
@ApplicationScoped
public class TotalsProof {
    private static final String AT_REST = Tally.AT_REST.stream()
            .map(state -> "'" + state.name() + "'")
            .sorted()
            .collect(Collectors.joining(", "));

    /** One statement, so that what changes meanwhile is on both sides of it or on neither. */
    private static final String MISSING = "SELECT t.kind, t.state, t.company, t.currency, t.elsewhere, SUM(t.postings),"
            + " SUM(t.amount) FROM ("
            + "SELECT kind, state, company, currency, counts_elsewhere AS elsewhere, CAST(1 AS BIGINT) AS postings, amount"
            + " FROM posting WHERE state IN (" + AT_REST + ")"
            + " UNION ALL SELECT kind, state, company, currency, elsewhere, -postings, -amount FROM posting_total"
            + ") t GROUP BY t.kind, t.state, t.company, t.currency, t.elsewhere"
            + " HAVING SUM(t.postings) <> 0 OR SUM(t.amount) <> 0";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    TotalsProof() {}

    @Inject
    public TotalsProof(EntityManager entities) {
        this.entities = entities;
    }

    /** What the totals lack, and below zero what they have too much; empty where they are right. */
    @Atomic(alone = true)
    public List<Total> missing() {
        return compared();
    }

    /**
     * Puts the totals right.
     *
     * @return what they lacked; empty where they were right
     */
    @Atomic(alone = true)
    public List<Total> mend() {
        List<Total> missing = compared();
        missing.forEach(total -> entities.persist(new TotalRow(total)));
        return missing;
    }

    private List<Total> compared() {
        return ((List<?>) entities.createNativeQuery(MISSING).getResultList())
                .stream().map(row -> total((Object[]) row)).toList();
    }

    private static Total total(Object[] row) {
        boolean elsewhere = row[4] instanceof Boolean flag ? flag : ((Number) row[4]).intValue() != 0;
        Tally tally = new Tally(
                PostingKind.valueOf((String) row[0]),
                PostingState.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                elsewhere);
        return new Total(tally, ((Number) row[5]).longValue(), (BigDecimal) row[6]);
    }
}
