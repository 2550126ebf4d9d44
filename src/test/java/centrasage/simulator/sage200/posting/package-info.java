/** What a posting to any ledger of Sage 200 has: amounts and rates, a date in an open period, tax and nominal analysis, a urn. */
@NullMarked
package centrasage.simulator.sage200.posting;

import org.jspecify.annotations.NullMarked;
