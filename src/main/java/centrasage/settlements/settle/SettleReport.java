package centrasage.settlements.settle;

import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.match.Unmatched;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells people what of a batch waits for them, and that it does not any more. */
@ApplicationScoped
class SettleReport {
    private static final Set<LineState> WAITING = EnumSet.of(LineState.OPEN, LineState.PERSON);

    private SettlementLines lines;
    private Postings postings;
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;

    @SuppressWarnings("NullAway.Init")
    SettleReport() {}

    @Inject
    SettleReport(
            SettlementLines lines,
            Postings postings,
            Event<SettlementFinding> findings,
            Event<SettlementFinding.Over> over) {
        this.lines = lines;
        this.postings = postings;
        this.findings = findings;
        this.over = over;
    }

    /**
     * Whether another look at a planned batch may bring something: lines that settle nothing yet, a posting that is not sent yet, which may be mapped
     * otherwise by now, or what a person has just taken for rounding or put into suspense.
     */
    @Atomic
    public boolean isUnfinished(SettlementBatch batch) {
        return !lines.page(batch, LineState.OPEN, 0, 1).isEmpty()
                || !lines.varying(batch).isEmpty()
                || !lines.inSuspense(batch).isEmpty()
                || BatchPostings.of(postings, batch).stream()
                        .map(Posting::state)
                        .anyMatch(state -> state.mayBeReplanned() && state != PostingState.SKIPPED);
    }

    /** @param companies that settlement.csv names for its merchant account: one is right */
    @Atomic
    public void mapped(SettlementBatch batch, Set<String> companies) {
        SettlementKey key = batch.key();
        if (companies.size() == 1) {
            over.fire(new SettlementFinding.Over(Kind.SETTLEMENT_NOT_MAPPED, key.name()));
            return;
        }
        findings.fire(new SettlementFinding(
                Kind.SETTLEMENT_NOT_MAPPED,
                "",
                key.name(),
                Money.zero(key.currency()),
                new Reason(
                        companies.isEmpty() ? "SETTLEMENT_NOT_MAPPED" : "MAPPING_AMBIGUOUS",
                        Owner.FINANCE,
                        "Of the batch " + key + " settlement.csv says "
                                + (companies.isEmpty()
                                        ? "no company and no clearing bank"
                                        : "more than one company: " + String.join(", ", new TreeSet<>(companies))),
                        "Add a row to settlement.csv with psp " + key.psp() + ", merchant_account " + key.account()
                                + " and currency " + key.currency().getCurrencyCode()
                                + ", or make its rows name one company; it is posted with the next run")));
    }

    /** A fault of ours: it is tried again. */
    @Atomic(alone = true)
    public void failed(SettlementBatch batch) {
        findings.fire(SettlementFinding.ofFile(
                batch.key().name(),
                new Reason(
                        "BATCH_FAILED",
                        Owner.OPERATIONS,
                        "The batch " + batch.key() + " could not be settled because of a fault of this program",
                        "It is tried again with each run. Report it with the log's lines about this; no other batch is held up by"
                                + " it, and its clearing bank may differ until then")));
    }

    /** What of it settles nothing that is known here; it did not fail. */
    @Atomic
    public void unmatched(SettlementBatch batch, String company) {
        List<SettlementLines.Group> waiting = lines.groups(batch.id()).stream()
                .filter(group -> WAITING.contains(group.state()))
                .toList();
        over.fire(new SettlementFinding.Over(Kind.SETTLEMENT_FILE, batch.key().name()));
        if (waiting.isEmpty()) {
            over.fire(new SettlementFinding.Over(
                    Kind.SETTLEMENT_UNMATCHED, batch.key().name()));
            return;
        }
        List<Reason> reasons = new ArrayList<>();
        waiting.forEach(group -> reasons.add(reason(batch, group)));
        findings.fire(new SettlementFinding(
                Kind.SETTLEMENT_UNMATCHED, company, batch.key().name(), atRisk(waiting), reasons));
    }

    /** In the currency of the first: sums of two currencies are none. */
    private static Money atRisk(List<SettlementLines.Group> waiting) {
        Money first = waiting.get(0).amount();
        return waiting.stream()
                .map(SettlementLines.Group::amount)
                .filter(amount -> amount.currency().equals(first.currency()))
                .map(Money::abs)
                .reduce(Money.zero(first.currency()), Money::plus);
    }

    private static Reason reason(SettlementBatch batch, SettlementLines.Group group) {
        String lines = group.lines() + (group.lines() == 1 ? " line" : " lines") + " of the batch " + batch.key() + ", "
                + group.amount() + ", the first is line " + group.first() + ", ";
        if (group.state() == LineState.PERSON) {
            return new Reason(
                    "FOR_A_PERSON",
                    Owner.FINANCE,
                    lines + (group.lines() == 1 ? "is a correction" : "are corrections")
                            + " that a person must explain",
                    "Ask the provider what it is, enter it in the clearing bank by hand, and explain the line"
                            + " (docs/operations/payouts.md)");
        }
        return switch (Unmatched.valueOf(group.how())) {
            case MISSING_TRANSACTION ->
                new Reason(
                        group.how(),
                        Owner.FINANCE,
                        lines + "settle no receipt or refund that is open in the clearing bank",
                        "Look for the payment in Centra and in Sage 200: it may come with the next payment-import, be from before the"
                                + " cut-over (opening-items.csv), or be no sale of the shop's");
            case AMBIGUOUS ->
                new Reason(
                        group.how(),
                        Owner.FINANCE,
                        lines + "fit more than one receipt or refund, and which is meant cannot be told",
                        "Compare the payments of the order, and say which it is");
            case DUPLICATE ->
                new Reason(
                        group.how(),
                        Owner.FINANCE,
                        lines + "say, under the same references, what another line has settled before",
                        "Ask the provider whether it was paid out twice; look for a second payment of the order that is not in Centra."
                                + " What was paid too much is owed to the provider: explain the line, or put it into suspense");
            case OTHER_CURRENCY ->
                new Reason(
                        group.how(),
                        Owner.FINANCE,
                        lines + "are of orders that are open in another currency",
                        "Compare the currency of the payment in Centra with the provider's; where the provider is right, enter the"
                                + " payment in its currency by hand, and explain both the line and the entry"
                                + " (docs/operations/payouts.md)");
            case OTHER_BANK ->
                new Reason(
                        group.how(),
                        Owner.FINANCE,
                        lines + "are of orders whose money is open in another clearing bank",
                        "Correct gateways.csv, which says where receipts go, or settlement.csv; transfer what stands in the wrong bank"
                                + " by hand, and explain both the line and the entry (docs/operations/payouts.md)");
            case AMOUNT_DIFFERS ->
                new Reason(
                        group.how(),
                        Owner.FINANCE,
                        lines + "come to another amount than what is open of their payment",
                        "Compare the payment in Centra with the provider's; where the difference is right, enter it"
                                + " by hand and explain both the line and the entry (docs/operations/payouts.md)");
            case CONTRADICTION ->
                new Reason(
                        group.how(),
                        Owner.FINANCE,
                        lines + "contradict themselves: gross at its rate less fees is not net",
                        "Ask the provider about them");
        };
    }
}
