/**
 * All that happens by the clock: the jobs, known by name only, the lanes between them, the watch over the audit trail.
 *
 * <ol>
 *   <li>{@link centrasage.jobs.Ticks} is all that happens by the clock. {@link centrasage.jobs.Timetable} says which job is due.
 *   <li>{@link centrasage.jobs.wake.WakeUps} starts one earlier, when a web hook or a {@link centrasage.flow.Bell} says that there
 *       is work.
 *   <li>{@link centrasage.jobs.run.Runner} starts, restarts and stops; a job runs once at a time on all nodes, by a lease that is
 *       its heartbeat.
 *   <li>{@link centrasage.jobs.RunListener} hears the end of each run. {@link centrasage.jobs.run.RunLog} keeps who started it where.
 *   <li>What its process did not live to end, {@link centrasage.jobs.Recovery} recognises and marks, and
 *       {@link centrasage.jobs.run.Restarts} starts again ({@link centrasage.jobs.run.Fates} keeps what became of it).
 *   <li>An orderly end lets runs end between two documents; they are restarted in the same way.
 *   <li>Old runs go by the job {@code retention} ({@link centrasage.jobs.nightly.OldRuns}).
 *   <li>{@link centrasage.jobs.audit.Sealing} seals the audit trail; {@link centrasage.jobs.audit.HeadWatch} keeps its head outside
 *       the database and compares the two.
 *   <li>What people must know of all this is told by {@link centrasage.jobs.run.Alarms}, as events that the desk hears.
 *   <li>{@link centrasage.jobs.lanes.Lanes} post what is due, for the last step of each flow and between runs.
 * </ol>
 */
@NullMarked
package centrasage.jobs;

import org.jspecify.annotations.NullMarked;
