/** What came and what was sent, for people to look at: without what only some of them may see. */
@NullMarked
package centrasage.console.payload;

import org.jspecify.annotations.NullMarked;
