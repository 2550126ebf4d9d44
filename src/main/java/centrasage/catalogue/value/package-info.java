/** What both sides held of each field when they were last compared, and what they once agreed upon. */
@NullMarked
package centrasage.catalogue.value;

import org.jspecify.annotations.NullMarked;
