/** What stands in the clearing banks for each receipt and refund, for settlement files to be held against. */
@NullMarked
package centrasage.payments.clearing;

import org.jspecify.annotations.NullMarked;
