/** How exceptions are grouped, whose they are, and by when somebody is to have seen to them. */
@NullMarked
package centrasage.desk.rule;

import org.jspecify.annotations.NullMarked;
