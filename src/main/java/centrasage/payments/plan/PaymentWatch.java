package centrasage.payments.plan;

import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
import centrasage.payments.intake.CollectPayments;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans receipts and refunds anew when their order has become another thing than their plan took it for, or stands on another account; and
 * what follows from a gift card when its money was settled by hand.
 */
@ApplicationScoped
class PaymentWatch {
    private static final Set<PostingState> NOT_SENT = Arrays.stream(PostingState.values())
            .filter(PostingState::mayBeReplanned)
            .collect(Collectors.toUnmodifiableSet());

    /** For each state of the order, the states of what was paid whose plan may no longer hold. */
    private static final Map<PostingState, Set<PostingState>> OUT_OF_DATE = Map.of(
            PostingState.POSTED, EnumSet.of(PostingState.SKIPPED, PostingState.HELD),
            PostingState.SKIPPED, NOT_SENT,
            PostingState.ABANDONED, NOT_SENT);

    private static final Set<PostingKind> MONEY_OF_CUSTOMERS =
            EnumSet.of(PostingKind.RECEIPT, PostingKind.CUSTOMER_REFUND);

    private static final Set<PostingState> GO_OUT_NOW = EnumSet.of(PostingState.WAITING, PostingState.PLANNED);

    private Postings postings;
    private Staging staging;
    private OrderAccounts accounts;

    @SuppressWarnings("NullAway.Init")
    PaymentWatch() {}

    @Inject
    PaymentWatch(Postings postings, Staging staging, OrderAccounts accounts) {
        this.postings = postings;
        this.staging = staging;
        this.accounts = accounts;
    }

    /** What follows from money of a gift card that a person settles by hand would wait for it for ever. */
    void settledByHand(@Observes PostingChanged change) {
        PostingKey money = change.key();
        boolean isFollowed = change.to() == PostingState.ABANDONED
                && MONEY_OF_CUSTOMERS.contains(money.kind())
                && postings.of(money.sourceKey()).stream()
                        .anyMatch(posting -> posting.key().kind() == PostingKind.GIFT_CARD
                                && posting.state().mayBeReplanned());
        if (isFollowed) {
            staging.planAgain(CollectPayments.KIND, PaymentNumber.order(money.sourceKey()));
        }
    }

    /** What is skipped as before may be so for another reason: that its shipments are invoiced instead, or not any more. */
    void changed(@Observes PostingChanged change) {
        PostingKey order = change.key();
        if (order.kind() != PostingKind.ORDER || !OUT_OF_DATE.containsKey(change.to())) {
            return;
        }
        List<Posting> money =
                postings.ofObjects(List.of(OrderName.object(order.company(), OrderName.of(order.sourceKey())))).stream()
                        .filter(posting ->
                                PlanPayments.MONEY.contains(posting.key().kind()))
                        .toList();
        if (money.stream().anyMatch(each -> isOutOfDate(each, change.to())) || isForAnother(money, change)) {
            staging.planAgain(CollectPayments.KIND, order.sourceKey());
        }
    }

    private static boolean isOutOfDate(Posting money, PostingState order) {
        return OUT_OF_DATE.getOrDefault(order, Set.of()).contains(money.state());
    }

    /** Its order was planned for another account since, and posted there. What a gift card paid is planned with its receipt. */
    private boolean isForAnother(List<Posting> money, PostingChanged change) {
        List<Posting> due = money.stream()
                .filter(each -> each.key().kind() != PostingKind.GIFT_CARD)
                .filter(each -> GO_OUT_NOW.contains(each.state()))
                .toList();
        return change.to() == PostingState.POSTED
                && !due.isEmpty()
                && accounts.of(new OrderStanding(change.key(), change.to(), List.of()))
                        .filter(account -> due.stream().anyMatch(each -> !accounts.isFor(each, account)))
                        .isPresent();
    }
}
