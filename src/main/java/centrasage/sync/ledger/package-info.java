/** The invoices of Sage's sales ledger that belong to orders of Centra's. */
@NullMarked
package centrasage.sync.ledger;

import org.jspecify.annotations.NullMarked;
