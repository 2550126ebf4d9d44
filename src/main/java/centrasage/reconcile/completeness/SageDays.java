package centrasage.reconcile.completeness;

import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageDespatches;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.ledger.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Sage 200 holds of some days under keys of ours. */
@ApplicationScoped
class SageDays {
    private SageOrders orders;
    private SageDespatches despatches;
    private SageLedger ledger;
    private SiteReader sites;

    @SuppressWarnings("NullAway.Init")
    SageDays() {}

    @Inject
    SageDays(SageOrders orders, SageDespatches despatches, SageLedger ledger, SiteReader sites) {
        this.orders = orders;
        this.despatches = despatches;
        this.ledger = ledger;
        this.sites = sites;
    }

    /** The totals of what lives under our keys and has a date of these days, by Centra's number. */
    Map<String, Money> totals(String company, Days days) throws TargetUnavailable {
        Map<String, List<SalesOrder>> byNumber = new TreeMap<>();
        for (SalesOrder order :
                orders.list(company, OrderName.of(""), days.first(), days.last().plusDays(1))) {
            if (order.customerDocumentNo().matches("[Cc]\\d{1,10}")) {
                byNumber.computeIfAbsent(order.customerDocumentNo().substring(1), none -> new ArrayList<>())
                        .add(order);
            }
        }
        return totals(company, byNumber);
    }

    /** The same of these orders, whatever their dates are. */
    Map<String, Money> totals(String company, Collection<String> numbers) throws TargetUnavailable {
        Map<String, List<SalesOrder>> found =
                orders.find(company, numbers.stream().map(OrderName::of).toList());
        Map<String, List<SalesOrder>> byNumber = new TreeMap<>();
        for (String number : numbers) {
            byNumber.put(number, found.getOrDefault(OrderName.of(number), List.of()));
        }
        return totals(company, byNumber);
    }

    private Map<String, Money> totals(String company, Map<String, List<SalesOrder>> byNumber) throws TargetUnavailable {
        Map<String, Money> totals = new TreeMap<>();
        Site site = byNumber.isEmpty() ? null : sites.read(company);
        byNumber.forEach((number, all) -> {
            List<SalesOrder> live = all.stream()
                    .filter(order -> !order.draft() && !order.isCancelled())
                    .toList();
            if (!live.isEmpty() && site != null) {
                totals.put(number, total(live, currency(site, live.get(0))));
            }
        });
        return totals;
    }

    private static Money total(List<SalesOrder> live, String currency) {
        BigDecimal sum = live.stream().map(SalesOrder::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.rounded(sum, Currency.getInstance(currency), RoundingMode.HALF_UP);
    }

    /** Of the account; an account that the company does not have any more counts in pounds. */
    private static String currency(Site site, SalesOrder order) {
        return site.customers().values().stream()
                .filter(customer -> customer.id() == order.customerId())
                .map(Site.Customer::currency)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("GBP");
    }

    /** What there is under the keys of these orders; no entry where it cannot be read. */
    Map<String, SageDespatches.There> despatches(String company, Collection<String> orderNumbers)
            throws TargetUnavailable {
        Map<String, SageDespatches.There> byNumber = new TreeMap<>();
        Map<String, SageDespatches.There> found = orderNumbers.isEmpty()
                ? Map.of()
                : despatches.find(
                        company, orderNumbers.stream().map(OrderName::of).toList());
        for (String number : orderNumbers) {
            Optional.ofNullable(found.get(OrderName.of(number))).ifPresent(there -> byNumber.put(number, there));
        }
        return byNumber;
    }

    /** What the sales ledger has under the keys of these orders, by number; no entry where it cannot be read. */
    Map<String, List<LedgerEntry>> ledger(String company, Collection<String> orderNumbers) throws TargetUnavailable {
        Map<String, List<LedgerEntry>> byNumber = new TreeMap<>();
        Map<String, List<LedgerEntry>> found = orderNumbers.isEmpty()
                ? Map.of()
                : ledger.find(company, orderNumbers.stream().map(OrderName::of).toList());
        for (String number : orderNumbers) {
            Optional.ofNullable(found.get(OrderName.of(number))).ifPresent(there -> byNumber.put(number, there));
        }
        return byNumber;
    }
}
