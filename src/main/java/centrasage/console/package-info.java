/**
 * The pages of the console: what finance, CX and operations people see and may do. Looking reads the store and nothing else; what asks
 * Sage 200 or Centra at this moment says so ({@code console.live}).
 *
 * <ol>
 *   <li>{@code frame}: what stands around each page, who looks ({@link centrasage.console.frame.Visitor}), and the address with its
 *       filters ({@link centrasage.console.frame.Asked}, {@link centrasage.console.frame.Address}).
 *   <li>A page is a bean that reads what its address asks for; a list is a {@link centrasage.console.table.Listing}, shown a page at a
 *       time, and written whole to a file by {@link centrasage.console.table.Exports}.
 *   <li>A deed is a form of the page. It sends along what the page needs to find itself again, is checked by role on the server, asks
 *       first, and ends with a fresh page that says what became of it.
 *   <li>{@code words}: how states, kinds and deeds are called. No page makes up a word of its own.
 *   <li>{@code api}: the same for programs; what both need is in neither.
 * </ol>
 */
@NullMarked
package centrasage.console;

import org.jspecify.annotations.NullMarked;
