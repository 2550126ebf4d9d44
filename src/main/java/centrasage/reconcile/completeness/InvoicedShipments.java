package centrasage.reconcile.completeness;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.ShipmentNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.ledger.LedgerEntry;
import centrasage.sync.store.Posting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ledger invoices of shipments that are not despatched in Sage 200, as its sales ledger has them now. */
final class InvoicedShipments {
    private final Map<String, Map<String, List<LedgerEntry>>> byCompany = new TreeMap<>();

    /** @param silent told which company cannot be read, and why */
    InvoicedShipments(SageDays sage, Collection<Posting> postings, Map<String, String> silent) {
        Map<String, Set<String>> orders = new TreeMap<>();
        postings.stream()
                .filter(posting -> is(posting) && posting.state() == PostingState.POSTED)
                .forEach(posting -> orders.computeIfAbsent(posting.key().company(), none -> new TreeSet<>())
                        .add(order(posting)));
        orders.forEach((company, numbers) -> {
            try {
                byCompany.put(company, sage.ledger(company, numbers));
            } catch (TargetUnavailable e) {
                silent.put(company, String.valueOf(e.getMessage()));
            }
        });
    }

    static boolean is(@Nullable Posting posting) {
        return posting != null && posting.key().kind() == PostingKind.LEDGER_INVOICE;
    }

    /** What is invoiced goes before what was to be despatched once, but for what is not to be invoiced. */
    static void into(Map<String, Posting> postings, Map<String, Posting> invoices) {
        invoices.forEach((number, invoice) -> postings.merge(
                number, invoice, (despatch, other) -> other.state() == PostingState.SKIPPED ? despatch : other));
    }

    private static String order(Posting posting) {
        return ShipmentNumber.order(posting.key().sourceKey());
    }

    boolean isReadable(Posting posting) {
        return posting.state() != PostingState.POSTED || entries(posting).isPresent();
    }

    /** Empty where there is none any more. */
    Optional<LedgerEntry> of(Posting posting) {
        return entries(posting)
                .flatMap(entries -> entries.stream()
                        .filter(entry -> Objects.equals(entry.urn(), posting.targetNumber()))
                        .findFirst());
    }

    private Optional<List<LedgerEntry>> entries(Posting posting) {
        return Optional.ofNullable(
                byCompany.getOrDefault(posting.key().company(), Map.of()).get(order(posting)));
    }

    /** In words; empty where it is what was invoiced. */
    static String difference(Posting posting, LedgerEntry entry) {
        Money there = new Money(entry.gross().abs(), posting.amount().currency());
        return there.equals(posting.amount()) ? "" : there + ", and the shipment was invoiced with " + posting.amount();
    }
}
