/**
 * Telling people of what the desk has found, outside of the console.
 *
 * <ol>
 *   <li>{@link centrasage.desk.alert.rule.AlertRules} say who is told of what, and when not.
 *   <li>{@link centrasage.desk.alert.cause.AlertWatch} looks which exceptions have changed, gathers them by cause, and writes down what is to
 *       be told: one message for one cause, in the transaction that has found it.
 *   <li>{@link centrasage.desk.alert.digest.DigestWatch} writes one message a day for each rule that wants it.
 *   <li>{@link centrasage.desk.alert.outbox.Postman} sends what is written, outside of any transaction, by a
 *       {@link centrasage.desk.alert.channel.Channel}; what cannot be sent waits, and opens an exception of its own.
 * </ol>
 */
@NullMarked
package centrasage.desk.alert;

import org.jspecify.annotations.NullMarked;
