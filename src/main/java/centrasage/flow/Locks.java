package centrasage.flow;

import java.util.Collection;
import java.util.Map;

/** The other side's own book of who holds its records, where we may look into it. */
public interface Locks {

    /** Whether there is such a book for us: else nobody is asked, and only trying tells whether a record is free. */
    boolean canTell();

    /**
     * Who holds the records of these documents now. Changes nothing there, and gives up after seconds.
     *
     * @param documentIds the other side's ids
     * @return the holder of each that is held, such as {@code J. Smith on WS-14}; what nobody holds is missing
     * @throws TargetUnavailable when the book cannot be read
     */
    Map<String, String> holders(String company, Collection<String> documentIds) throws TargetUnavailable;
}
