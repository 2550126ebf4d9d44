/** What both sides hold of each field, without asking anybody. */
@NullMarked
package centrasage.catalogue.compare;

import org.jspecify.annotations.NullMarked;
