/** What each Sage 200 resource has, field by field, and the strict check of what a caller sends. */
@NullMarked
package centrasage.simulator.sage200.fields;

import org.jspecify.annotations.NullMarked;
