/** The store of what was received, planned and posted, and the one way in which anything is posted once. */
@NullMarked
package centrasage.sync;

import org.jspecify.annotations.NullMarked;
