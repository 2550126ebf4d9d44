package centrasage.stock.shelf;

/**
 * A warehouse of Sage's whose stock one warehouse of Centra's sells.
 *
 * @param sageId Sage's id of it; {@link #isRead} tells whether it is known
 * @param buffer units of each SKU that are not sold, where {@code buffers.csv} says nothing
 */
public record Shelf(
        String company, String centraWarehouse, long centraId, String sageWarehouse, long sageId, int buffer) {
    static final long UNREAD = -1;

    /** Whether Sage could be asked for its warehouses: otherwise nothing of it can be read either. */
    public boolean isRead() {
        return sageId != UNREAD;
    }

    /** As it is called by people. */
    public String name() {
        return company + "/" + centraWarehouse;
    }
}
