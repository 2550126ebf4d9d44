/** Folders in which people and programs put files for us, settlement files and bank statements alike. */
@NullMarked
package centrasage.settlements.folder;

import org.jspecify.annotations.NullMarked;
