/** Documents that a closed period forces to another day than their true one. */
@NullMarked
package centrasage.sync.dates;

import org.jspecify.annotations.NullMarked;
