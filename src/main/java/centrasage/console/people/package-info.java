/** The people who may sign in, for an administrator: who they are, what they may do, who is kept out. */
@NullMarked
package centrasage.console.people;

import org.jspecify.annotations.NullMarked;
