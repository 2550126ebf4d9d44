package centrasage.orders.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.orders.correction.Correcting;
import centrasage.orders.document.RoundingProposal;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SageStock;
import centrasage.sage200.client.read.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sage 200's sales orders, as PostOnce writes them: found by {@code customer_document_no}, posted by one POST. */
@ApplicationScoped
public class OrderTarget implements Target {
    private SageOrders orders;
    private SiteReader sites;
    private ShortStock shortStock;

    @SuppressWarnings("NullAway.Init")
    OrderTarget() {}

    @Inject
    public OrderTarget(SageOrders orders, SiteReader sites, SageStock stock) {
        this.orders = orders;
        this.sites = sites;
        this.shortStock = new ShortStock(stock);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.ORDER;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        List<Command> commands = sought.stream().map(Sought::command).toList();
        String company = commands.get(0).key().company();
        Map<PostingKey, Finding> findings = new HashMap<>();
        List<String> keys = commands.stream().map(OrderTarget::documentNo).toList();
        Map<String, List<SalesOrder>> found = orders.find(company, keys);
        Site site = sites.read(company);
        for (Command command : commands) {
            List<SalesOrder> candidates = found.get(documentNo(command));
            findings.put(
                    command.key(),
                    candidates == null
                            ? new Finding.Undecidable("an order under " + documentNo(command) + " cannot be read")
                            : new OrderMatch(command, site).judge(candidates));
        }
        return findings;
    }

    static String documentNo(Command command) {
        return OrderName.of(command.key().sourceKey());
    }

    /** One POST. What Sage refuses for want of stock alone may be sent with less to allocate: see {@link ShortStock}. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            NewSalesOrder order = SalesOrderJson.read(command.document());
            Site site = sites.read(order.company());
            Outcome outcome = shortStock.orLesser(orders.post(order, site), command, order, site);
            return outcome instanceof Outcome.Posted posted
                    ? new Outcome.Posted(judged(posted.document(), command, order, site))
                    : outcome;
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** The posting stands whatever Sage makes of it; what a person may change, and what corrects it, goes with it. */
    static Document judged(Document document, Command command, NewSalesOrder order, Site site) {
        Money vat = document.vat();
        String remark = vat == null
                ? null
                : new RoundingProposal(order, site).words(vat).orElse(null);
        return document.remarking(remark)
                .correctedBy(Correcting.of(command, order, document).orElse(null));
    }

    @Override
    public void discard(Command command, Document draft) throws TargetUnavailable {
        orders.discardDraft(command.key().company(), Long.parseLong(draft.id()));
    }
}
