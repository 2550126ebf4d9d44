package centrasage.sync.store;

import centrasage.sync.posting.Marks;
import org.jspecify.annotations.Nullable;

/**
 * What of a plan is kept under the key of its person.
 *
 * @param command encrypted; null where nothing is to be sent
 */
record Sealed(byte @Nullable [] command, Marks marks) {}
