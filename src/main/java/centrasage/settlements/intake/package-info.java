/**
 * Files are taken from the inbox: read, proven and stored, each content once, and only then moved. {@link
 * centrasage.settlements.intake.TakeBatch} decides what becomes of a batch that is here already: while nothing of it was sent the later version
 * takes its place, afterwards a person is told what differs.
 */
@NullMarked
package centrasage.settlements.intake;

import org.jspecify.annotations.NullMarked;
