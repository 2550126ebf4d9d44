/** Files are taken from the inbox: read, proven and stored, each content once, and only then moved. */
@NullMarked
package centrasage.settlements.intake;

import org.jspecify.annotations.NullMarked;
