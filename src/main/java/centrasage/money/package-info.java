/** Amounts with their currency, rates, and the splitting of VAT: exact, immutable, never a floating-point number. */
@NullMarked
package centrasage.money;

import org.jspecify.annotations.NullMarked;
