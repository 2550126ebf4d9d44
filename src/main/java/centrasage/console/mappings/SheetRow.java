package centrasage.console.mappings;

import centrasage.console.words.Sign;
import centrasage.mapping.SheetForm;
import java.util.List;

/**
 * One row of a sheet as the page shows it.
 *
 * @param line of the file; 0 for a row that is not there yet
 * @param was its content as the page was made; empty for a row that is not there yet
 * @param sign how it stands
 * @param said what is to be said of it, each with what to do
 * @param mark {@code new} or {@code changed} against what is in force; else empty
 */
public record SheetRow(int line, String was, List<Cell> cells, Sign sign, List<String> said, String mark) {
    public SheetRow {
        cells = List.copyOf(cells);
        said = List.copyOf(said);
    }

    /** @param fault what is wrong with it, and what belongs there; empty where nothing is wrong */
    public record Cell(SheetForm.Field field, String value, String fault) {
        public boolean isWrong() {
            return !fault.isEmpty();
        }
    }
}
