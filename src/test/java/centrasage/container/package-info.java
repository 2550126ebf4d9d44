/** The WAR as it ships, inside Payara Micro. */
@NullMarked
package centrasage.container;

import org.jspecify.annotations.NullMarked;
