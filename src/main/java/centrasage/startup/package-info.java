/** The last word before the application counts as started: the schema, the mappings and the sign-in are in order. */
@NullMarked
package centrasage.startup;

import org.jspecify.annotations.NullMarked;
