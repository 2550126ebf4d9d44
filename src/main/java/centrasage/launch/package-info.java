/**
 * The jar's own main: reads the operator's file, reports every fault in it at once, and only then boots Payara Micro.
 * Uses the JDK and Payara's boot API and nothing else, because it runs before the application exists.
 */
@NullMarked
package centrasage.launch;

import org.jspecify.annotations.NullMarked;
