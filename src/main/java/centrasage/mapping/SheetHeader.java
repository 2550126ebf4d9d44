package centrasage.mapping;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of a mapping file: which columns it has, and which it must. */
final class SheetHeader {
    static final String FROM = "effective_from";
    static final String TO = "effective_to";

    private final Sheet sheet;
    private final List<MappingFault> faults;

    SheetHeader(Sheet sheet, List<MappingFault> faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    /** Adds whatever is wrong with it to the faults; a wrong separator is one fault, not one for each column. */
    boolean isGood(List<String> names) {
        if (names.size() == 1 && (isSeparatedBy(";", "semicolons", names) || isSeparatedBy("\t", "tabs", names))) {
            return false;
        }
        int faultsBefore = faults.size();
        names.forEach(name -> check(name, names));
        for (Column column : sheet.columns()) {
            if (column.inEachFile() && !names.contains(column.name())) {
                add(column.name(), "the column is missing");
            }
        }
        return faults.size() == faultsBefore;
    }

    private boolean isSeparatedBy(String separator, String plural, List<String> names) {
        if (!names.get(0).contains(separator)) {
            return false;
        }
        faults.add(MappingFault.ofFile(
                sheet.file(), "is separated by " + plural + "; save it with commas between the cells: " + expected()));
        return true;
    }

    private void check(String name, List<String> names) {
        if (sheet.column(name).isEmpty() && !name.equals(FROM) && !name.equals(TO)) {
            add(name, "there is no such column; expected " + expected());
        } else if (names.indexOf(name) != names.lastIndexOf(name)) {
            add(name, "the column stands there twice");
        }
    }

    private void add(String name, String remedy) {
        faults.add(new MappingFault(sheet.file(), 1, "header", name, remedy));
    }

    /** {@code company,vat_rounding,ship_from and optionally handling_charge,effective_from,effective_to}. */
    String expected() {
        return sheet.columns().stream()
                        .filter(Column::inEachFile)
                        .map(Column::name)
                        .collect(Collectors.joining(","))
                + " and optionally "
                + Stream.concat(
                                sheet.columns().stream()
                                        .filter(column -> !column.inEachFile())
                                        .map(Column::name),
                                Stream.of(FROM, TO))
                        .collect(Collectors.joining(","));
    }
}
