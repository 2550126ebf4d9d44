/** Stories: the real jar in a JVM of its own between the two simulators, judged by what the simulators hold. */
@NullMarked
package centrasage.story;

import org.jspecify.annotations.NullMarked;
