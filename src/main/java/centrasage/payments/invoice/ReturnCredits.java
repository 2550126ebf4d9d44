package centrasage.payments.invoice;

import centrasage.flow.PostingKind;
import centrasage.flow.ReturnNumber;
import centrasage.money.Money;
import centrasage.sage200.LedgerInvoice;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which sales return of ours a credit note is of, that a user of Sage has posted. What Sage shows beside it goes first, and then its own
 * references. One credit for several returns, and what belongs to no return of ours, are not taken.
 */
@ApplicationScoped
class ReturnCredits {
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    ReturnCredits() {}

    @Inject
    ReturnCredits(Postings postings) {
        this.postings = postings;
    }

    /** As entries of the accounts of their orders. */
    List<OpenItem> sort(String company, List<LedgerInvoice> credits) {
        return credits.stream()
                .flatMap(credit -> of(company, credit).map(made -> item(credit, made)).stream())
                .toList();
    }

    /** Whatever its state: where the answer to its sending was lost, a user may have credited it before we read it back. */
    private Optional<Posting> of(String company, LedgerInvoice credit) {
        Stream<String> names =
                credit.orders().isEmpty() ? Stream.of(credit.number(), credit.other()) : credit.orders().stream();
        List<String> returns = names.flatMap(name -> ReturnNumber.ofName(name).stream())
                .distinct()
                .toList();
        return returns.size() != 1
                ? Optional.empty()
                : postings.of(returns.get(0)).stream()
                        .filter(posting -> posting.key().kind() == PostingKind.CREDIT_NOTE)
                        .filter(posting -> posting.key().company().equals(company))
                        .findFirst();
    }

    private static OpenItem item(LedgerInvoice credit, Posting made) {
        return new OpenItem(
                made.key().company(),
                made.object(),
                EntryKind.CREDIT_NOTE.name(),
                credit.urn(),
                credit.date(),
                new Money(credit.gross().abs(), made.amount().currency()));
    }
}
