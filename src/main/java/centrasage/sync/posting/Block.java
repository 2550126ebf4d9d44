package centrasage.sync.posting;

import centrasage.flow.PostingState;
import java.time.Instant;

/**
 * What keeps a posting from going out, on the other side: a lock, or what it is parked for.
 *
 * @param as {@link PostingState#LOCKED} or {@link PostingState#PARKED}
 * @param since when it was met first, however often it was tried since
 * @param tries how often it was met
 * @param by who holds the lock, as far as the other side says; empty for what is parked
 */
public record Block(PostingState as, Instant since, int tries, String by) {}
