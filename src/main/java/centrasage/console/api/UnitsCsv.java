package centrasage.console.api;

import centrasage.console.api.csv.Csv;
import centrasage.sync.returns.ReturnUnits;
import java.util.List;

/** Returned units as a list for the warehouse, to be opened in a spreadsheet. */
final class UnitsCsv {
    private UnitsCsv() {}

    static Csv of(List<ReturnUnits> all) {
        Csv csv = new Csv(
                "id", "company", "return", "sku", "product", "warehouse", "sage_warehouse", "quantity", "returned_on");
        all.forEach(units -> csv.row(
                Long.toString(units.id()),
                units.company(),
                units.number(),
                units.sku(),
                units.product(),
                units.warehouse(),
                units.sageWarehouse(),
                Integer.toString(units.quantity()),
                units.returnedOn().toString()));
        return csv;
    }
}
