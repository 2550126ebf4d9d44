/**
 * The memory of the application, and the one way in which anything is posted once.
 *
 * <ol>
 *   <li>{@code staging}: what was received, exactly as it was received.
 *   <li>{@code posting}: what is to be posted and how it is posted once, in plain classes.
 *   <li>{@code collect}: the step of a job that stages what a source has changed.
 *   <li>{@code plans}: the plans of what hangs on an order, and how they are recorded.
 *   <li>{@code store}: the state of every posting in the database, seen by {@code posting} as a port.
 *   <li>{@code circuit}: one cause that stops many, told as one and probed.
 *   <li>{@code record}: the audit trail of all of it.
 *   <li>{@code numbers}: Sage's numbers that Centra is still to be told.
 *   <li>{@code mappings}: the versions of the mappings that plans were made by.
 *   <li>{@code runs}: what a run of a job tells of itself.
 *   <li>{@code vault}: the personal data and secrets in it.
 *   <li>{@code database}: the schema, the transactions, the time and the disk that all of these share.
 * </ol>
 */
@NullMarked
package centrasage.sync;

import org.jspecify.annotations.NullMarked;
