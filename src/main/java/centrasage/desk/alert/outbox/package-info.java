/** What is to be told and was told, with what became of it. */
@NullMarked
package centrasage.desk.alert.outbox;

import org.jspecify.annotations.NullMarked;
