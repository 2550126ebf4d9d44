package centrasage.orders.plan;

import static centrasage.flow.Owner.FINANCE;

import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.check.ByHand;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether Sage 200 is open for the date of an order; asked only for what would be posted otherwise. */
final class SageDates {
    private final SiteReader sites;
    private final TransactionDates dates;

    SageDates(SiteReader sites, TransactionDates dates) {
        this.sites = sites;
        this.dates = dates;
    }

    /** The plan, or why its date does not go. */
    Plan held(Plan plan) throws TargetUnavailable {
        if (!(plan instanceof Plan.Post post)) {
            return plan;
        }
        String company = post.command().key().company();
        LocalDate date = post.command().businessDate();
        List<Reason> reasons = new ArrayList<>();
        sites.ordersArchivedUpTo(company)
                .filter(archived -> !date.isAfter(archived))
                .ifPresent(archived -> reasons.add(archived(date, archived)));
        Optional<String> objection = dates.objection(company, date);
        objection.ifPresent(words -> reasons.add(closed(date, words)));
        return reasons.isEmpty() ? plan : new Plan.Hold(reasons);
    }

    /** Sage keeps old orders in an archive that cannot be searched: one of ours might be there, unknown to a lost store. */
    private static Reason archived(LocalDate date, LocalDate archived) {
        return new Reason(
                "ARCHIVED_IN_SAGE",
                FINANCE,
                "The order is of " + date + ", and Sage 200 has archived its orders up to " + archived
                        + ", so it cannot be told whether Sage has it already",
                ByHand.enterIt("Look for it in Sage 200's archive; if it is not there,"));
    }

    private static Reason closed(LocalDate date, String words) {
        return new Reason(
                "PERIOD_CLOSED",
                FINANCE,
                "The order's date (document_date) is " + date
                        + ", and Sage 200 does not take sales orders of that date: " + words,
                ByHand.enterIt(
                        "Open the period in Sage 200, then plan again; or, with another date and a note of the true one"
                                + " for VAT,"));
    }
}
