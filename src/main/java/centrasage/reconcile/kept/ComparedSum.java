package centrasage.reconcile.kept;

import centrasage.flow.PostingKind;
import centrasage.money.Money;

/**
 * Documents of a kind, a company and a currency on both sides. Shipments have no money of their own: that is their orders'.
 *
 * @param here what Centra has; of entries of ledgers and banks, what was posted of it from here
 */
public record ComparedSum(PostingKind kind, String company, long hereCount, Money here, long sageCount, Money sage) {
    public Money difference() {
        return here.minus(sage);
    }

    public boolean isEqual() {
        return hereCount == sageCount && difference().isZero();
    }
}
