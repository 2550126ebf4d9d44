/** The six tables of the batch runtime, as far as it leaves them to others: what dead processes left there, and what is old. */
@NullMarked
package centrasage.jobs.repository;

import org.jspecify.annotations.NullMarked;
