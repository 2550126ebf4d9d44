/** The check of the site: how Sage 200 is set up, as a consultant would look at it before go-live. */
@NullMarked
package centrasage.reconcile.site;

import org.jspecify.annotations.NullMarked;
