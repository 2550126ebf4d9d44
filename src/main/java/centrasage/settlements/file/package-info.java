/** What a settlement file says once it is read, whoever wrote it: batches, their lines, and what is wrong with them. */
@NullMarked
package centrasage.settlements.file;

import org.jspecify.annotations.NullMarked;
