package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.mapping.Mappings;
import centrasage.payments.GiftBank;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Postings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows from what gift cards paid for an order, or got back: it goes out after that, and not by itself where a person has settled that. */
final class GiftCardPlans {
    private final GiftCardPlanner planner = new GiftCardPlanner(BankEntryJson::write);
    private final Postings postings;

    GiftCardPlans(Postings postings) {
        this.postings = postings;
    }

    /** Which of these entries a person has settled by hand, by the source keys of their postings. */
    Set<String> settledByHand(OrderPayments payments, List<OrderPayments.Entry> money) {
        return money.stream()
                .filter(OrderPayments.Entry::isOfGiftCard)
                .map(entry -> MoneyPlanner.sourceKey(payments, entry))
                .filter(this::isSettledByHand)
                .collect(Collectors.toSet());
    }

    private boolean isSettledByHand(String sourceKey) {
        return postings.of(sourceKey).stream()
                .anyMatch(posting ->
                        posting.key().kind() != PostingKind.GIFT_CARD && posting.state() == PostingState.ABANDONED);
    }

    /** The same basis, which does not stand any more either once a person has settled another one of them, or takes one up again. */
    PlannedDocument.Basis with(
            PlannedDocument.Basis order,
            OrderPayments payments,
            List<OrderPayments.Entry> money,
            Set<String> settledByHand) {
        return new PlannedDocument.Basis(
                order.sourceKey(),
                () -> order.stands().getAsBoolean()
                        && settledByHand(payments, money).equals(settledByHand));
    }

    /** Where the money is not posted, what follows is not known yet. */
    Optional<Planned> of(
            Staged staged,
            OrderPayments payments,
            OrderPayments.Entry entry,
            Plan plan,
            Set<String> settledByHand,
            Mappings mappings) {
        if (!entry.isOfGiftCard() || !(plan instanceof Plan.Post post)) {
            return Optional.empty();
        }
        Command money = post.command();
        Plan follows = settledByHand.contains(money.key().sourceKey())
                ? GiftCardPlanner.settledByHand(payments, entry, money.amount())
                : planner.plan(payments, entry, money, GiftBank.of(entry.currency()), mappings);
        return Optional.of(new Planned(
                new PostingKey(
                        money.key().company(),
                        PostingKind.GIFT_CARD,
                        money.key().sourceKey()),
                money.object(),
                staged.document(),
                money.amount(),
                money.businessDate(),
                follows,
                money.fingerprint()));
    }
}
