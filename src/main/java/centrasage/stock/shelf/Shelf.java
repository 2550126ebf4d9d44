package centrasage.stock.shelf;

/**
 * A warehouse of Sage's whose stock one warehouse of Centra's sells.
 *
 * @param buffer units of each SKU that are not sold
 */
public record Shelf(
        String company, String centraWarehouse, long centraId, String sageWarehouse, long sageId, int buffer) {

    /** The same with another buffer. */
    public Shelf keeping(int units) {
        return new Shelf(company, centraWarehouse, centraId, sageWarehouse, sageId, units);
    }

    /** As it is called by people. */
    public String name() {
        return company + "/" + centraWarehouse;
    }
}
