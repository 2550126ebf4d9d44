package centrasage.sync.returns;

import java.time.LocalDate;

/**
 * Units of one line of a return that Centra has put back on stock.
 *
 * @param id 0 before it is kept
 * @param number of the return, such as {@code 10234/R12}
 * @param object the order with all that follows from it
 * @param product Sage's code of the SKU, by the mappings
 * @param warehouse as Centra calls it
 * @param sageWarehouse as Sage does; empty where it is not mapped
 */
public record ReturnUnits(
        long id,
        String company,
        String number,
        long line,
        String object,
        String sku,
        String product,
        String warehouse,
        String sageWarehouse,
        int quantity,
        LocalDate returnedOn) {}
