package centrasage.console.mappings;

import centrasage.console.frame.Address;
import centrasage.reconcile.mapping.Coverage;

/**
 * What orders need and no row gives.
 *
 * @param orders how many wait for it
 * @param address of the sheet with the row begun
 */
public record Lacking(String file, String what, long orders, String address) {
    static Lacking of(Coverage.Wanted wanted) {
        String begun = Prefilled.of(wanted.what(), wanted.remedy())
                .map(row -> Address.of("mappings.xhtml")
                        .with("sheet", row.form().name())
                        .with("new", row.part())
                        .toString())
                .orElse("mappings.xhtml?sheet=" + wanted.file().replace(".csv", ""));
        return new Lacking(wanted.file(), wanted.what(), wanted.orders(), begun);
    }
}
