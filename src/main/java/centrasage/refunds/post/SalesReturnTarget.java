package centrasage.refunds.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.ReturnNumber;
import centrasage.flow.Sought;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesReturnId;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageReturns;
import centrasage.sage200.client.read.SiteReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sage 200's sales returns: found by {@code customer_document_no}, posted by one POST. */
final class SalesReturnTarget {
    private final SageReturns returns;
    private final SiteReader sites;

    SalesReturnTarget(SageReturns returns, SiteReader sites) {
        this.returns = returns;
        this.sites = sites;
    }

    Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        Site site = sites.read(company);
        Map<String, List<SalesOrder>> found = returns.find(
                company, sought.stream().map(one -> name(one.command())).toList());
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            List<SalesOrder> candidates = found.get(name(one.command()));
            findings.put(
                    one.key(),
                    candidates == null
                            ? new Finding.Undecidable("a sales return under " + name(one.command()) + " cannot be read")
                            : new SalesReturnMatch(one.command(), site).judge(candidates));
        }
        return findings;
    }

    private static String name(Command command) {
        return ReturnNumber.name(command.key().sourceKey());
    }

    Outcome send(Command command) {
        try {
            NewSalesOrder made = SalesReturnJson.read(command.document());
            Outcome outcome = returns.post(made, sites.read(made.company()));
            return outcome instanceof Outcome.Posted posted ? new Outcome.Posted(asReturn(posted.document())) : outcome;
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static Document asReturn(Document document) {
        return new Document(
                SalesReturnId.of(document.id()),
                document.number(),
                document.total(),
                document.vat(),
                document.createdAt());
    }

    void discard(Command command, Document draft) throws TargetUnavailable {
        returns.discardDraft(command.key().company(), SalesReturnId.id(draft.id()));
    }
}
