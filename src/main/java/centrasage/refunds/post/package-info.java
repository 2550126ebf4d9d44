/** Credit notes in Sage 200's sales ledger: looked for, and posted once. */
@NullMarked
package centrasage.refunds.post;

import org.jspecify.annotations.NullMarked;
