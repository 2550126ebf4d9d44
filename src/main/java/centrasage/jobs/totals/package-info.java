/** Looks after the totals of postings: folds them, and proves by night that they are what a count gives. */
@NullMarked
package centrasage.jobs.totals;

import org.jspecify.annotations.NullMarked;
