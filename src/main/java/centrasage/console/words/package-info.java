/** How amounts, moments and states are written for people, the same on every page. */
@NullMarked
package centrasage.console.words;

import org.jspecify.annotations.NullMarked;
