@NullMarked
package centrasage.console.words;

import org.jspecify.annotations.NullMarked;
