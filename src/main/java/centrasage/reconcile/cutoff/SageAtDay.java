package centrasage.reconcile.cutoff;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.BilledOrder;
import centrasage.sage200.DespatchedLine;
import centrasage.sage200.client.SageBilling;
import centrasage.sage200.client.read.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what had left the warehouse by the end of a day. */
@ApplicationScoped
class SageAtDay {
    private SageBilling sage;
    private SiteReader sites;

    @SuppressWarnings("NullAway.Init")
    SageAtDay() {}

    @Inject
    SageAtDay(SageBilling sage, SiteReader sites) {
        this.sage = sage;
        this.sites = sites;
    }

    /** The names of the orders of which something left until the day and is not wholly invoiced by now, ours or not. */
    Set<String> notInvoiced(String company, LocalDate day) throws TargetUnavailable {
        return sage.notInvoiced(company, day.minusYears(1)).stream()
                .filter(line -> !line.date().isAfter(day))
                .map(DespatchedLine::order)
                .collect(Collectors.toSet());
    }

    InSage read(String company, Collection<String> names, LocalDate day) throws TargetUnavailable {
        boolean inclusive = sites.read(company).pricesIncludeTax();
        Map<String, BilledOrder> orders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sage.orders(company, inclusive, names)
                .forEach((name, all) -> all.stream()
                        .filter(BilledOrder::isLive)
                        .findFirst()
                        .ifPresent(order -> orders.put(name, order)));
        Map<String, Map<Long, BigDecimal>> despatched = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sage.despatches(company, orders.keySet()).forEach((name, lines) -> despatched.put(name, byLine(lines, day)));
        Optional<LocalDate> archived =
                orders.size() == names.size() ? Optional.empty() : sites.ordersArchivedUpToNow(company);
        return new InSage(orders, despatched, archived);
    }

    private static Map<Long, BigDecimal> byLine(List<DespatchedLine> lines, LocalDate day) {
        return lines.stream()
                .filter(line -> !line.date().isAfter(day))
                .collect(Collectors.groupingBy(
                        DespatchedLine::lineId,
                        Collectors.reducing(BigDecimal.ZERO, DespatchedLine::quantity, BigDecimal::add)));
    }
}
