/** The one search box: what was typed is recognised, looked for, and told where it was found. */
@NullMarked
package centrasage.console.search;

import org.jspecify.annotations.NullMarked;
