/**
 * The mappings as people change them: sheets like a spreadsheet, drafts that nobody loses, what a change would do before it is saved, and
 * a second person where that is asked for.
 */
@NullMarked
package centrasage.console.mappings;

import org.jspecify.annotations.NullMarked;
