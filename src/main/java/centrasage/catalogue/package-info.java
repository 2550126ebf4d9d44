/**
 * The flow {@code catalogue-to-centra}: what Sage 200 owns of the item record, and its prices, go to Centra field by field; what Centra owns
 * is never written. {@code compare} says what both sides hold, {@code value} keeps what they agreed upon, {@code creation} what is made
 * in Centra, {@code publish} is the step of both jobs.
 */
@NullMarked
package centrasage.catalogue;

import org.jspecify.annotations.NullMarked;
