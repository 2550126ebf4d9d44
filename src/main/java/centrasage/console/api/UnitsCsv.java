package centrasage.console.api;

import centrasage.sync.returns.ReturnUnits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Returned units as a list for the warehouse, to be opened in a spreadsheet. */
final class UnitsCsv {
    private static final String HEAD = "id,company,return,sku,product,warehouse,sage_warehouse,quantity,returned_on";

    private UnitsCsv() {}

    static String of(List<ReturnUnits> all) {
        return Stream.concat(Stream.of(HEAD), all.stream().map(UnitsCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(ReturnUnits units) {
        return Stream.of(
                        Long.toString(units.id()),
                        units.company(),
                        units.number(),
                        units.sku(),
                        units.product(),
                        units.warehouse(),
                        units.sageWarehouse(),
                        Integer.toString(units.quantity()),
                        units.returnedOn().toString())
                .map(UnitsCsv::cell)
                .collect(Collectors.joining(","));
    }

    /** A spreadsheet would work out what begins like a formula. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
