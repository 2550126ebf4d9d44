package centrasage.sync.database;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;

/** Whether a transaction failed only because another was faster: run again, it may well succeed. */
public final class LostRace {
    /** The state of a transaction that was rolled back in favour of another, in SQL's own words; H2 and SQL Server say it. */
    private static final String SERIALIZATION_FAILURE = "40001";

    /** SQL Server: chosen as the victim of a deadlock; lock timeout. H2: row changed meanwhile; lock timeout. */
    private static final Set<Integer> CODES = Set.of(1205, 1222, 90131, 50200);

    private static final int CAUSES_MAX = 20;

    private LostRace() {}

    public static boolean is(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof OptimisticLockException || cause instanceof SQLException sql && isLost(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isLost(SQLException failure) {
        return SERIALIZATION_FAILURE.equals(failure.getSQLState()) || CODES.contains(failure.getErrorCode());
    }
}
