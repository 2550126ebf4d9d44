package centrasage.reconcile.worklist;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sage200.SalesReturnId;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.store.PostedDocument;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The orders with sales returns of ours that nobody in Sage 200 has credited, or credited with other amounts than they come to, by what is
 * known here of the credit notes in the sales ledger.
 */
@ApplicationScoped
class UncreditedReturns {
    private static final int PAGE = 200;

    private PostedDocuments posted;
    private Postings postings;
    private OpenItems items;

    @SuppressWarnings("NullAway.Init")
    UncreditedReturns() {}

    @Inject
    UncreditedReturns(PostedDocuments posted, Postings postings, OpenItems items) {
        this.posted = posted;
        this.postings = postings;
        this.items = items;
    }

    /** @param since how old a sales return may be */
    List<WorkItem> list(String company, LocalDate since, LocalDate today) {
        Map<String, List<PostedDocument>> returns = new TreeMap<>();
        PostedDocuments.Days days = new PostedDocuments.Days(since, today);
        List<PostedDocument> page = posted.entries(days, PostingKind.CREDIT_NOTE, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(each -> SalesReturnId.is(each.targetId()))
                    .filter(each -> each.command().key().company().equals(company))
                    .forEach(each -> returns.computeIfAbsent(each.command().object(), none -> new ArrayList<>())
                            .add(each));
            page = posted.entries(
                    days, PostingKind.CREDIT_NOTE, page.get(page.size() - 1).postingId(), PAGE);
        }
        return returns.entrySet().stream()
                .flatMap(each -> item(each.getKey(), each.getValue()).stream())
                .toList();
    }

    private Optional<WorkItem> item(String object, List<PostedDocument> returns) {
        List<Posting> all = postings.ofObjects(List.of(object));
        Money apart = sum(all, PostingKind.CREDIT_NOTE, returns)
                .plus(sum(all, PostingKind.PENNY_CREDIT, returns))
                .minus(credited(object, returns));
        return apart.isZero()
                ? Optional.empty()
                : Optional.of(new WorkItem(
                        returns.get(0).command().key().company(),
                        OrderName.number(OrderName.ofObject(object)).orElse(object),
                        posted(all, PostingKind.ORDER)
                                .flatMap(order -> Stream.ofNullable(order.targetNumber()))
                                .collect(Collectors.joining(", ")),
                        returns.stream().map(PostedDocument::targetNumber).collect(Collectors.joining(", ")),
                        apart.abs(),
                        returns.stream()
                                .map(each -> each.command().businessDate())
                                .min(Comparator.naturalOrder())
                                .orElseThrow()));
    }

    /** What it comes to in Sage, as far as that is known: a sales return has Sage's own VAT. */
    private static Money sum(List<Posting> all, PostingKind kind, List<PostedDocument> returns) {
        return posted(all, kind)
                .map(posting -> Objects.requireNonNullElse(posting.targetTotal(), posting.amount()))
                .reduce(none(returns), Money::plus);
    }

    private static Stream<Posting> posted(List<Posting> all, PostingKind kind) {
        return all.stream()
                .filter(posting -> posting.key().kind() == kind)
                .filter(posting -> posting.state() == PostingState.POSTED);
    }

    /** What stands on the account, whoever has posted it. */
    private Money credited(String object, List<PostedDocument> returns) {
        return items.of(object).stream()
                .filter(item -> item.kind().equals(EntryKind.CREDIT_NOTE.name()))
                .map(OpenItem::value)
                .reduce(none(returns), Money::plus);
    }

    private static Money none(List<PostedDocument> returns) {
        return Money.zero(returns.get(0).command().amount().currency());
    }
}
