package centrasage.console.mappings;

import centrasage.flow.Reason;
import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The row that a held document waits for, as far as its reason names it: what the row is for is filled in, what it gives is for a person
 * to say.
 */
record Prefilled(SheetForm form, Map<String, String> cells) {
    private static final Pattern FITS = Pattern.compile("Add a row to (\\w+)\\.csv that fits (.+)");
    private static final Pattern ROW = Pattern.compile(
            "Add this row to (\\w+)\\.csv[^:]*: (.+?)(?: and one for gift cards.*)? \\(columns (.+)\\)");
    private static final Pattern SKU = Pattern.compile("Sage 200 has no product (?:.* \\(SKU (.+)\\)|(\\S+))");

    /** Of the address: {@code sku:TD-0042-M|company:33}. */
    static Optional<Prefilled> asked(SheetForm form, String text) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String part : text.split("\\|", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0 && form.columns().contains(part.substring(0, colon))) {
                cells.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(new Prefilled(form, cells));
    }

    static Optional<Prefilled> of(List<Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> of(reason.what(), reason.remedy()).stream())
                .findFirst();
    }

    static Optional<Prefilled> of(String what, String remedy) {
        Matcher fits = FITS.matcher(remedy);
        if (fits.matches()) {
            return SheetForm.named(fits.group(1)).map(form -> new Prefilled(form, fitting(form, fits.group(2))));
        }
        Matcher row = ROW.matcher(remedy);
        if (row.find()) {
            return SheetForm.named(row.group(1)).flatMap(form -> pasted(form, row.group(3), row.group(2)));
        }
        Matcher sku = SKU.matcher(what);
        return remedy.contains("skus.csv") && sku.matches()
                ? SheetForm.named("skus")
                        .map(form ->
                                new Prefilled(form, Map.of("sku", sku.group(1) == null ? sku.group(2) : sku.group(1))))
                : Optional.empty();
    }

    /** {@code company 1, country GB}: each begins with the name of its column; a comma within a value belongs to it. */
    private static Map<String, String> fitting(SheetForm form, String words) {
        Map<String, String> cells = new LinkedHashMap<>();
        String column = "";
        for (String part : words.split(", ", -1)) {
            int space = part.indexOf(' ');
            String first = space < 0 ? "" : part.substring(0, space);
            if (form.columns().contains(first)) {
                column = first;
                cells.put(column, part.substring(space + 1));
            } else {
                cells.computeIfPresent(column, (name, value) -> value + ", " + part);
            }
        }
        return cells;
    }

    private static Optional<Prefilled> pasted(SheetForm form, String columns, String row) {
        return Grid.empty(form).pasted(columns + "\n" + row).stream()
                .findFirst()
                .map(cells -> {
                    Map<String, String> meant = new LinkedHashMap<>(cells);
                    meant.values().removeIf(cell -> cell.startsWith("<") || cell.equals("*"));
                    return new Prefilled(form, meant);
                });
    }

    /** As a part of an address. */
    String part() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getValue().indexOf('|') < 0)
                .map(cell -> cell.getKey() + ":" + cell.getValue())
                .collect(Collectors.joining("|"));
    }
}
