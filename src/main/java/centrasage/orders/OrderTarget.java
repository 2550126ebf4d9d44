package centrasage.orders;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sage 200's sales orders, as PostOnce writes them: found by {@code customer_document_no}, posted by one POST. */
@ApplicationScoped
public class OrderTarget implements Target {
    private static final String NOT_ENOUGH_STOCK = "NOT_ENOUGH_STOCK";

    private SageOrders orders;
    private SiteReader sites;

    @SuppressWarnings("NullAway.Init")
    OrderTarget() {}

    @Inject
    OrderTarget(SageOrders orders, SiteReader sites) {
        this.orders = orders;
        this.sites = sites;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.ORDER;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Command> commands) throws TargetUnavailable {
        Map<String, List<Command>> byCompany = commands.stream()
                .collect(Collectors.groupingBy(command -> command.key().company()));
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Map.Entry<String, List<Command>> company : byCompany.entrySet()) {
            find(company.getKey(), company.getValue(), findings);
        }
        return findings;
    }

    private void find(String company, List<Command> commands, Map<PostingKey, Finding> findings)
            throws TargetUnavailable {
        List<String> keys = commands.stream().map(OrderTarget::documentNo).toList();
        Map<String, List<SalesOrder>> found = orders.find(company, keys);
        Site site = sites.read(company);
        for (Command command : commands) {
            List<SalesOrder> candidates = found.getOrDefault(documentNo(command), List.of());
            findings.put(command.key(), new OrderMatch(command, site).judge(candidates));
        }
    }

    static String documentNo(Command command) {
        return SageOrder.documentNo(Long.parseLong(command.key().sourceKey()));
    }

    /**
     * One POST. Only where Sage refused it for want of free stock, with nothing left behind, it is sent again with nothing
     * to allocate: short stock never blocks an order.
     */
    @Override
    public Outcome send(Command command) {
        try {
            NewSalesOrder order = SalesOrderJson.read(command.document());
            Site site = sites.read(order.company());
            Outcome outcome = orders.post(order, site);
            return isShortOfStock(outcome) ? orders.post(order.withoutAllocation(), site) : outcome;
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isShortOfStock(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                && refused.reasons().stream().map(Reason::code).allMatch(NOT_ENOUGH_STOCK::equals);
    }

    @Override
    public void discard(Command command, Document draft) throws TargetUnavailable {
        orders.discardDraft(command.key().company(), Long.parseLong(draft.id()));
    }
}
