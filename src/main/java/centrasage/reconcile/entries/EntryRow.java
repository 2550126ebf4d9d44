package centrasage.reconcile.entries;

import centrasage.flow.Command;
import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.store.PostedDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a ledger or bank, as it was posted and as Sage 200 has it.
 *
 * @param posted ours
 * @param there what Sage has of it
 */
public record EntryRow(PostedDocument posted, List<InSage> there, EntryStanding standing) {
    /** The postings that are entries of a customer account. */
    static final Map<PostingKind, EntryKind> ON_ACCOUNTS = Map.of(
            PostingKind.RECEIPT, EntryKind.RECEIPT,
            PostingKind.CREDIT_NOTE, EntryKind.CREDIT_NOTE,
            PostingKind.CUSTOMER_REFUND, EntryKind.PAYMENT,
            PostingKind.LEDGER_INVOICE, EntryKind.INVOICE,
            PostingKind.PENNY_CREDIT, EntryKind.CREDIT_NOTE,
            PostingKind.PENNY_INVOICE, EntryKind.INVOICE);

    public EntryRow {
        there = List.copyOf(there);
    }

    /** What Sage answered when it was posted: what differed from the plan then was told then. */
    public Money amount() {
        return Objects.requireNonNullElse(posted.targetTotal(), posted.command().amount());
    }

    /** Of all that there is; null where there is none. */
    public @Nullable Money inSage() {
        return there.stream().map(InSage::amount).reduce(Money::plus).orElse(null);
    }

    /** Sage's numbers; empty where there is none. */
    public String urns() {
        return there.stream().map(InSage::urn).collect(Collectors.joining(" and "));
    }

    /** What it is on its customer account, where somebody has entered it again under another number of Sage's. */
    Optional<OpenItem> enteredAgain() {
        Command command = posted.command();
        EntryKind kind = ON_ACCOUNTS.get(command.key().kind());
        return standing == EntryStanding.AGREES && kind != null && !urns().equals(posted.targetNumber())
                ? Optional.of(new OpenItem(
                        command.key().company(),
                        command.object(),
                        kind.name(),
                        urns(),
                        command.businessDate(),
                        command.amount()))
                : Optional.empty();
    }

    public boolean agrees() {
        return standing == EntryStanding.AGREES;
    }

    /** The word for how it stands. */
    public String word() {
        return standing.name();
    }
}
