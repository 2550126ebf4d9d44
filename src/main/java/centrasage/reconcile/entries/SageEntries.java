package centrasage.reconcile.entries;

import centrasage.flow.PostingKind;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.ledger.BankRow;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
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
                inBanks(
                        each,
                        bank.getOrDefault(References.first(each), List.of()).stream()
                                .filter(row -> References.are(each, row.reference(), row.secondReference(), row.urn()))
                                .toList())));
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

    /**
     * A transfer has a row in each of two banks, and counts where both are there: one that left a bank and reached none comes to nothing.
     */
    private static List<InSage> inBanks(PostedDocument posted, List<BankRow> rows) {
        PostingKind kind = posted.command().key().kind();
        if (kind != PostingKind.PAYOUT && kind != PostingKind.CURRENCY_TRANSFER) {
            return rows.stream()
                    .map(row -> inSage(posted, row.urn(), row.value()))
                    .toList();
        }
        BankTransfer transfer = BankTransferJson.read(posted.command().document());
        List<BankRow> left =
                rows.stream().filter(row -> row.value().signum() < 0).toList();
        List<BankRow> reached =
                rows.stream().filter(row -> row.value().signum() > 0).toList();
        boolean isPaid = left.stream()
                .allMatch(row -> row.value().negate().compareTo(transfer.paid().amount()) == 0);
        boolean isWhole = left.size() == reached.size()
                && isPaid
                && reached.stream()
                        .allMatch(
                                row -> row.value().compareTo(transfer.received().amount()) == 0);
        return (left.isEmpty() ? reached : left)
                .stream()
                        .map(row -> inSage(
                                posted,
                                row.urn(),
                                isWhole ? posted.command().amount().amount() : BigDecimal.ZERO))
                        .toList();
    }

    private static List<PostedDocument> ofBank(List<PostedDocument> posted, boolean bank) {
        return posted.stream()
                .filter(each -> isOfBank(each.command().key().kind()) == bank)
                .toList();
    }

    private static boolean isOfBank(PostingKind kind) {
        return kind == PostingKind.GIFT_CARD || kind.isOfSettlement();
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
                PostingKind.CURRENCY_TRANSFER,
                PostingKind.SETTLEMENT_CHARGE,
                PostingKind.PAYOUT,
                PostingKind.SUPPLIER_PAYMENT,
                PostingKind.PENNY_CREDIT,
                PostingKind.PENNY_INVOICE);
    }
}
