package centrasage.refunds.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.SageReturns;
import centrasage.sage200.client.ledger.SalesDocumentTarget;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sage 200's credit notes, with the VAT that Centra gave back; and the sales returns that users of Sage credit. Both are of one kind and
 * under one key here, so that no return is ever credited in both ways.
 */
@ApplicationScoped
public class CreditNoteTarget extends SalesDocumentTarget {
    private SalesReturnTarget returns;

    @SuppressWarnings("NullAway.Init")
    CreditNoteTarget() {}

    @Inject
    public CreditNoteTarget(SageLedger ledger, SageReturns returns, SiteReader sites, TransactionDates dates) {
        super(ledger, sites, dates, "CREDIT_TAX_CODE");
        this.returns = new SalesReturnTarget(returns, sites);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.CREDIT_NOTE;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        List<Sought> asReturns =
                sought.stream().filter(one -> isReturn(one.command())).toList();
        List<Sought> asNotes =
                sought.stream().filter(one -> !isReturn(one.command())).toList();
        Map<PostingKey, Finding> findings = new HashMap<>();
        if (!asReturns.isEmpty()) {
            findings.putAll(returns.find(asReturns));
        }
        if (!asNotes.isEmpty()) {
            findings.putAll(super.find(asNotes));
        }
        return findings;
    }

    private static boolean isReturn(Command command) {
        return SalesReturnJson.isOne(command.document());
    }

    @Override
    public Outcome send(Command command, String evidence) {
        return isReturn(command) ? returns.send(command) : super.send(command, evidence);
    }

    @Override
    public void discard(Command command, Document draft) throws TargetUnavailable {
        if (isReturn(command)) {
            returns.discard(command, draft);
        } else {
            super.discard(command, draft);
        }
    }
}
