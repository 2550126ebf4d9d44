/** Despatches in Sage 200: looked for, chosen line by line, written once, and given other tracking. */
@NullMarked
package centrasage.dispatch.post;

import org.jspecify.annotations.NullMarked;
