package centrasage.simulation;

import centrasage.sync.posting.MovableClock;
import java.time.Duration;

/** What one history consists of, as far as its parts need each other. */
interface World {
    /** How long a worker owns what it has claimed. */
    Duration LEASE = Duration.ofMinutes(5);

    /** How long a late commit can take, and a little more. */
    Duration SETTLE = Duration.ofMinutes(10);

    MovableClock clock();

    Chance chance();

    Trace trace();

    Turns turns();

    Books books();

    SageModel sage();

    CentraModel centra();

    /** How late Sage 200 commits at most. */
    Duration latest();

    /** What is broken on purpose. */
    Mutant mutant();
}
