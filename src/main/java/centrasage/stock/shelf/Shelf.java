package centrasage.stock.shelf;

/**
 * A warehouse of Sage's whose stock one warehouse of Centra's sells.
 *
 * @param buffer units of each SKU that are not sold, where {@code buffers.csv} says nothing
 */
public record Shelf(
        String company, String centraWarehouse, long centraId, String sageWarehouse, long sageId, int buffer) {

    /** As it is called by people. */
    public String name() {
        return company + "/" + centraWarehouse;
    }
}
