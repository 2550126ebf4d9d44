/** The pages of journals that are no cash: proposed here, imported into Sage 200 by a person. */
@NullMarked
package centrasage.console.journals;

import org.jspecify.annotations.NullMarked;
