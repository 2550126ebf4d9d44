/** What is forgotten each night because it is old enough: the personal data of finished orders, and runs. */
@NullMarked
package centrasage.jobs.nightly;

import org.jspecify.annotations.NullMarked;
