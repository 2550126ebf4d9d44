/**
 * Settlement files of all other providers, as CSV: a profile, which is a small text of {@code key = value} lines, says how the file is written,
 * which of its columns is what, what its types of lines are and how a batch is proven. Examples, each to be completed with a real file of the
 * merchant's own, are the resources beside {@code centrasage/settlements/profiles/checkout-com.properties}.
 *
 * <pre>
 * psp = NAME                      as settlement.csv names it
 * file-name = REGEX               what the name of a file must be; its group (?&lt;batch&gt;...) may say the payout
 * separator = comma | semicolon | tab | pipe
 * encoding = utf-8 | windows-1252                     utf-8 unless it is said
 * skipped-lines = N               before the header   0 unless it is said
 * amounts = point | comma | minor-units               separators of thousands are always refused
 * dates = iso | PATTERN                               iso unless it is said
 * sign = signed | by-type | debit-credit              what says whether a line is paid or taken
 * control = none | zero | payout                      nothing; all lines come to nothing; there are payouts, which equal the rest
 * account, batch, currency = CONSTANT                 or a column of the same name
 * column.FIELD = COLUMN           fields: account batch currency type net gross debit credit gross-currency rate date
 *                                 payment modification merchant order text (these five may be missing from a file)
 * fee.COLUMN = FEE KIND           with fees = kept-is-positive | kept-is-negative
 * type.WORD = LINE KIND [+ | - | turned]              paid, taken, or the other way than the line says
 * </pre>
 */
@NullMarked
package centrasage.settlements.profile;

import org.jspecify.annotations.NullMarked;
