/** What Sage's own users, its administrator and a test's mutants do behind the API's back: {@code /control}. */
@NullMarked
package centrasage.simulator.sage200.control;

import org.jspecify.annotations.NullMarked;
