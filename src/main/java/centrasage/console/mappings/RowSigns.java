package centrasage.console.mappings;

import centrasage.console.words.Sign;
import centrasage.mapping.MappingFault;
import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Grade;
import centrasage.reconcile.mapping.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the rows of a sheet stand: wrong, not in Sage 200, odd, fine, or not known. */
final class RowSigns {
    private static final Sign WRONG = new Sign("Wrong", "cross", "held", "Cannot be used as it is");
    private static final Sign HOLDS = new Sign("Holds orders", "hand", "held", "Orders that need it are held");
    private static final Sign ODD = new Sign("Look at it", "warning", "locked", "Works, and is probably not meant");
    private static final Sign IN_SAGE =
            new Sign("In Sage 200", "check", "posted", "Sage 200 has the codes of this row");
    private static final Sign FINE = new Sign("Fine", "check", "posted", "It can be used");
    private static final Sign UNKNOWN =
            new Sign("Not checked", "question", "quiet", "Sage 200 was never read for a check of the mappings");
    private static final Sign BLANK = new Sign("New row", "dash", "quiet", "Fill it in, or leave it empty");

    private final Sheet.Open open;
    private final Coverage.@Nullable Report report;
    private final Map<Integer, List<CheckFinding>> findings;
    private final Map<Integer, List<MappingFault>> faults;
    private final Set<String> inForce;
    private final Set<String> keysInForce;

    RowSigns(Sheet.Open open, Coverage.@Nullable Report report) {
        this.open = open;
        this.report = report;
        String file = open.form().file();
        boolean isOfTheseRows = open.faults().isEmpty() && !open.isOvertaken();
        findings = report == null || !isOfTheseRows
                ? Map.of()
                : report.of(file).stream()
                        .filter(finding -> finding.place().line() > 0)
                        .collect(
                                Collectors.groupingBy(finding -> finding.place().line()));
        faults = open.faults().stream()
                .filter(fault -> fault.file().equals(file))
                .collect(Collectors.groupingBy(MappingFault::line));
        inForce = open.inForce().rows().stream()
                .map(open.inForce()::content)
                .collect(Collectors.toCollection(HashSet::new));
        keysInForce =
                open.inForce().rows().stream().map(open.inForce()::key).collect(Collectors.toCollection(HashSet::new));
    }

    @Nullable
    Instant readAt() {
        return report == null ? null : report.readAt();
    }

    List<String> ofTheSheet() {
        return report == null
                ? List.of()
                : report.of(open.form().file()).stream()
                        .filter(finding -> finding.place().line() == 0)
                        .map(RowSigns::words)
                        .toList();
    }

    private static String words(CheckFinding finding) {
        return finding.what() + ". " + finding.remedy();
    }

    String mark(Grid grid, int row) {
        Map<String, String> cells = grid.rows().get(row);
        if (inForce.contains(grid.content(cells))) {
            return "";
        }
        return keysInForce.contains(grid.key(cells)) ? "changed" : "new";
    }

    boolean needsLooking(Grid grid, int row) {
        int line = grid.line(row);
        return faults.containsKey(line) || findings.containsKey(line);
    }

    SheetRow row(Grid grid, int row) {
        int line = grid.line(row);
        Map<String, String> cells = grid.rows().get(row);
        List<MappingFault> wrong = faults.getOrDefault(line, List.of());
        List<CheckFinding> odd = findings.getOrDefault(line, List.of());
        List<String> said = new ArrayList<>();
        wrong.stream().filter(fault -> fault.column().isEmpty()).forEach(fault -> said.add(fault.remedy()));
        odd.forEach(finding -> said.add(words(finding)));
        return new SheetRow(
                line, grid.content(cells), cells(open.form(), cells, wrong), sign(wrong, odd), said, mark(grid, row));
    }

    SheetRow blank(Map<String, String> cells) {
        return new SheetRow(0, "", cells(open.form(), cells, List.of()), BLANK, List.of(), "");
    }

    private static List<SheetRow.Cell> cells(SheetForm form, Map<String, String> cells, List<MappingFault> wrong) {
        return form.fields().stream()
                .map(field -> new SheetRow.Cell(
                        field,
                        cells.getOrDefault(field.name(), ""),
                        wrong.stream()
                                .filter(fault -> fault.column().equals(field.name()))
                                .map(MappingFault::remedy)
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    private Sign sign(List<MappingFault> wrong, List<CheckFinding> odd) {
        if (!wrong.isEmpty()) {
            return WRONG;
        }
        if (odd.stream().anyMatch(finding -> finding.grade() == Grade.BLOCKER)) {
            return HOLDS;
        }
        if (!odd.isEmpty()) {
            return ODD;
        }
        boolean hasCodes = open.form().columns().stream().anyMatch(Coverage.CODES::contains);
        if (!hasCodes) {
            return FINE;
        }
        return readAt() == null || !open.faults().isEmpty() ? UNKNOWN : IN_SAGE;
    }
}
