/** By what the customer of an order is looked for: e-mail, postcode and name, in the one way of writing each. */
@NullMarked
package centrasage.orders.customer;

import org.jspecify.annotations.NullMarked;
