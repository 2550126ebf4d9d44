/** How what is posted to Sage 200's sales ledger is looked for, judged and sent, whatever its kind. */
@NullMarked
package centrasage.sage200.client.ledger;

import org.jspecify.annotations.NullMarked;
