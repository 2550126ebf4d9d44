package centrasage.reconcile.entries;

import centrasage.flow.PostingKind;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.ledger.BankRow;
import centrasage.sage200.ledger.LedgerEntry;
import centrasage.sync.store.PostedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds in Sage 200 what was posted there: by both references, whoever has entered it; or by Sage's number under the first reference, where
 * the second is erased here.
 */
@ApplicationScoped
class SageEntries {
    private SageLedger ledger;
    private SageCashBook cashBook;

    @SuppressWarnings("NullAway.Init")
    SageEntries() {}

    @Inject
    SageEntries(SageLedger ledger, SageCashBook cashBook) {
        this.ledger = ledger;
        this.cashBook = cashBook;
    }

    /** What there is of each of these of one company, by posting; no entry where it cannot be read. */
    Map<Long, List<InSage>> find(String company, List<PostedDocument> posted) throws TargetUnavailable {
        Map<Long, List<InSage>> found = new HashMap<>();
        List<PostedDocument> ofBank = ofBank(posted, true);
        Map<String, List<BankRow>> bank = ofBank.isEmpty() ? Map.of() : cashBook.find(company, references(ofBank));
        ofBank.forEach(each -> found.put(
                each.postingId(),
                bank.getOrDefault(References.first(each), List.of()).stream()
                        .filter(row -> References.are(each, row.reference(), row.secondReference(), row.urn()))
                        .map(row -> inSage(each, row.urn(), row.value()))
                        .toList()));
        List<PostedDocument> ofLedger = ofBank(posted, false);
        Map<String, List<LedgerEntry>> entries =
                ofLedger.isEmpty() ? Map.of() : ledger.find(company, references(ofLedger));
        ofLedger.forEach(each -> Optional.ofNullable(entries.get(References.first(each)))
                .ifPresent(under -> found.put(
                        each.postingId(),
                        under.stream()
                                .filter(entry ->
                                        References.are(each, entry.reference(), entry.secondReference(), entry.urn()))
                                .map(entry -> inSage(each, entry.urn(), entry.gross()))
                                .toList())));
        return found;
    }

    private static List<PostedDocument> ofBank(List<PostedDocument> posted, boolean bank) {
        return posted.stream()
                .filter(each -> (each.command().key().kind() == PostingKind.GIFT_CARD) == bank)
                .toList();
    }

    private static List<String> references(List<PostedDocument> posted) {
        return posted.stream().map(References::first).distinct().toList();
    }

    private static InSage inSage(PostedDocument posted, String urn, BigDecimal value) {
        return new InSage(urn, new Money(value.abs(), posted.command().amount().currency()));
    }

    /** The kinds that it finds. */
    static Stream<PostingKind> kinds() {
        return Stream.of(
                PostingKind.RECEIPT,
                PostingKind.CUSTOMER_REFUND,
                PostingKind.CREDIT_NOTE,
                PostingKind.GIFT_CARD,
                PostingKind.PENNY_CREDIT,
                PostingKind.PENNY_INVOICE);
    }
}
