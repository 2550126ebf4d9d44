package centrasage.reconcile.cutoff;

import centrasage.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order that is open at the end of the day in one of three ways.
 *
 * @param order Centra's number
 * @param sageOrder Sage's number of it; empty where Sage shows none
 * @param open the money that stands open: the first of the two less the second
 * @param vat in the open money; null where nothing tells it
 * @param note what is to be known about it; empty where nothing is
 */
public record OpenAtCutOff(
        String company,
        String order,
        String sageOrder,
        Money open,
        @Nullable Money vat,
        String note) {}
