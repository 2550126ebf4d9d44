/** Lists for spreadsheets. */
@NullMarked
package centrasage.console.api.csv;

import org.jspecify.annotations.NullMarked;
