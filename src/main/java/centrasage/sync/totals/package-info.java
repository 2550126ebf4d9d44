/** How many postings there are, and what they come to, without counting years of them. */
@NullMarked
package centrasage.sync.totals;

import org.jspecify.annotations.NullMarked;
