/** What is written to Sage 200's sales ledger, in codes, and what was found there. */
@NullMarked
package centrasage.sage200.ledger;

import org.jspecify.annotations.NullMarked;
