/** Whether the store's database can be had, asked before the server does. */
@NullMarked
package centrasage.launch.store;

import org.jspecify.annotations.NullMarked;
