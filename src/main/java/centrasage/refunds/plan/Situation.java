package centrasage.refunds.plan;

import centrasage.flow.OrderStanding;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a return, or a refund without one, is planned in.
 *
 * @param sold its order as it was posted; null where that is not known
 * @param site what the company of its order holds; null where its order is not posted
 * @param invoiced the totals of the order's invoices that Sage has posted
 * @param credited the totals of the other credit notes of the order, posted and on their way
 * @param completedOn the day on which it was completed, as far as that can be told; of a refund the day on which it was made
 * @param noSalesReturns why the company takes no sales returns, in words; empty where it does, or nobody asks
 * @param perhapsCredited the refund without a return that is credited, and may have been for this return, in words; empty where there is none
 */
record Situation(
        OrderStanding order,
        @Nullable NewSalesOrder sold,
        @Nullable Site site,
        List<Money> invoiced,
        List<Money> credited,
        LocalDate completedOn,
        String noSalesReturns,
        String perhapsCredited) {
    /** Where nobody asks for sales returns. */
    Situation(
            OrderStanding order,
            @Nullable NewSalesOrder sold,
            @Nullable Site site,
            List<Money> invoiced,
            List<Money> credited,
            LocalDate completedOn) {
        this(order, sold, site, invoiced, credited, completedOn, "", "");
    }

    Situation {
        invoiced = List.copyOf(invoiced);
        credited = List.copyOf(credited);
    }

    /** The same, of another day and beside these credit notes. */
    Situation besides(LocalDate day, List<Money> others) {
        return new Situation(order, sold, site, invoiced, others, day);
    }
}
