package centrasage.console.api.json;

import centrasage.sync.returns.ReturnUnits;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Units that are back on stock in Centra and not booked in in Sage 200.
 *
 * @param returnNumber the order's number and Centra's id of the return, such as {@code 10234/R12}
 * @param product Sage's code of the SKU
 * @param warehouse as Centra calls it
 * @param sageWarehouse as Sage does; empty where it is not mapped
 */
@Schema(name = "ReturnUnits")
public record ReturnUnitsJson(
        long id,
        String company,
        String returnNumber,
        String sku,
        String product,
        String warehouse,
        String sageWarehouse,
        int quantity,
        @Schema(type = SchemaType.STRING, format = "date") LocalDate returnedOn) {

    public static ReturnUnitsJson of(ReturnUnits units) {
        return new ReturnUnitsJson(
                units.id(),
                units.company(),
                units.number(),
                units.sku(),
                units.product(),
                units.warehouse(),
                units.sageWarehouse(),
                units.quantity(),
                units.returnedOn());
    }
}
