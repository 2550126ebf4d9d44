package centrasage.flow;

import java.time.LocalDate;
import java.util.Optional;

/** Which days the other side's books are open for. */
public interface Periods {

    /**
     * Why it would not take a document of this kind and day, in its words; empty where it would, or does not say.
     *
     * @throws TargetUnavailable when it cannot be asked now
     */
    Optional<String> objection(PostingKind kind, String company, LocalDate day) throws TargetUnavailable;
}
