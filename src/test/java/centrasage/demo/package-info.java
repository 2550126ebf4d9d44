/** The demo: both simulators with a day's trade, the application between them, and the proof that everything arrived. */
@NullMarked
package centrasage.demo;

import org.jspecify.annotations.NullMarked;
