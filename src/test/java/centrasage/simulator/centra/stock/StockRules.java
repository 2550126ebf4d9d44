package centrasage.simulator.centra.stock;

/**
 * What setting stock does where nobody outside of Centra knows.
 *
 * @param refusesBelowAllocated fewer units than orders keep are refused; otherwise it is as many as they keep
 * @param refusesUnknownSku one unknown SKU spoils all of it; otherwise its row is passed over
 * @param batchMax the most rows at once
 * @param takesFree the quantity may be that which is free to allocate
 */
public record StockRules(boolean refusesBelowAllocated, boolean refusesUnknownSku, int batchMax, boolean takesFree) {
    public static final StockRules USUAL = new StockRules(false, false, 1000, true);

    public StockRules withRefusesBelowAllocated(boolean refuses) {
        return new StockRules(refuses, refusesUnknownSku, batchMax, takesFree);
    }

    public StockRules withRefusesUnknownSku(boolean refuses) {
        return new StockRules(refusesBelowAllocated, refuses, batchMax, takesFree);
    }

    public StockRules withBatchMax(int most) {
        return new StockRules(refusesBelowAllocated, refusesUnknownSku, most, takesFree);
    }

    public StockRules withTakesFree(boolean takes) {
        return new StockRules(refusesBelowAllocated, refusesUnknownSku, batchMax, takes);
    }
}
