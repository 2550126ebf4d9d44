package centrasage.sync.store;

import centrasage.sync.posting.Block;
import java.time.Instant;

/**
 * What keeps a posting from going out now, for people.
 *
 * @param block since when, how often it was met, and by whom
 * @param waiting how many postings wait behind it
 * @param nextTry when it is tried again by itself
 */
public record Blockage(Block block, long waiting, Instant nextTry) {}
