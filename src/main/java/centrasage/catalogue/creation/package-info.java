/** Products that are made in Centra: what was intended and what became of it, and what is to be done next. */
@NullMarked
package centrasage.catalogue.creation;

import org.jspecify.annotations.NullMarked;
