package centrasage.refunds.plan;

import centrasage.flow.OrderName;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.ReturnNumber;
import centrasage.flow.event.InvoiceSeen;
import centrasage.flow.event.PostingChanged;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans returns and refunds anew when their order has become another thing than their plan took it for, was invoiced, or has another credit note more or less. */
@ApplicationScoped
class RefundWatch {
    private static final Set<PostingState> HELD = EnumSet.of(PostingState.HELD);

    /** For each state of the order, the states of credit notes whose plan may no longer hold. */
    private static final Map<PostingState, Set<PostingState>> OUT_OF_DATE = Map.of(
            PostingState.POSTED, EnumSet.of(PostingState.SKIPPED, PostingState.HELD),
            PostingState.SKIPPED,
                    EnumSet.of(
                            PostingState.HELD,
                            PostingState.SKIPPED,
                            PostingState.PLANNED,
                            PostingState.WAITING,
                            PostingState.LOCKED,
                            PostingState.PARKED),
            PostingState.ABANDONED,
                    EnumSet.of(PostingState.HELD, PostingState.SKIPPED, PostingState.PLANNED, PostingState.WAITING));

    /** What a credit note becomes that takes nothing from its order any more. */
    private static final Set<PostingState> TAKES_NOTHING =
            EnumSet.of(PostingState.HELD, PostingState.SKIPPED, PostingState.REFUSED, PostingState.REVERSED);

    /** What a credit note is as long as it will be sent by itself. */
    private static final Set<PostingState> TO_BE_SENT =
            EnumSet.of(PostingState.PLANNED, PostingState.WAITING, PostingState.LOCKED, PostingState.PARKED);

    /** What an order becomes that changes whether, or how, anything of it is credited. */
    private static final Set<PostingState> DECIDES_FOR_ITS_ORDER =
            EnumSet.of(PostingState.POSTED, PostingState.SKIPPED, PostingState.ABANDONED, PostingState.REVERSED);

    /** A refund without a return may become another thing as long as its credit note is not sent. */
    private static final Set<PostingState> NOT_SENT = EnumSet.of(
            PostingState.PLANNED,
            PostingState.WAITING,
            PostingState.LOCKED,
            PostingState.PARKED,
            PostingState.HELD,
            PostingState.SKIPPED);

    private Postings postings;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    RefundWatch() {}

    @Inject
    RefundWatch(Postings postings, Staging staging) {
        this.postings = postings;
        this.staging = staging;
    }

    void changed(@Observes PostingChanged change) {
        PostingKey key = change.key();
        if (change.from() == change.to() && !isOrderSkippedAnew(change)) {
            return;
        }
        if (key.kind() == PostingKind.ORDER) {
            String object = OrderName.object(key.company(), OrderName.of(key.sourceKey()));
            planAgain(object, OUT_OF_DATE.getOrDefault(change.to(), Set.of()), key);
            if (DECIDES_FOR_ITS_ORDER.contains(change.to())) {
                refundsAgain(object);
            }
        } else if (key.kind() == PostingKind.CREDIT_NOTE && TAKES_NOTHING.contains(change.to())) {
            postings.get(change.postingId()).ifPresent(credit -> planAgain(credit.object(), HELD, key));
        } else if (key.kind() == PostingKind.CREDIT_NOTE && change.to() == PostingState.ABANDONED) {
            postings.get(change.postingId()).ifPresent(credit -> settledByHand(credit.object(), key));
        }
    }

    /** For another reason, such as that its shipments are invoiced instead, or not any more. */
    private static boolean isOrderSkippedAnew(PostingChanged change) {
        return change.key().kind() == PostingKind.ORDER && change.to() == PostingState.SKIPPED;
    }

    /** It may have taken nothing before, and takes its share now. */
    private void settledByHand(String object, PostingKey credit) {
        planAgain(object, TO_BE_SENT, credit);
        refundsAgain(object);
    }

    /** What is due of a refund without a return depends on what is credited of the returns of its order, whatever that has become. */
    void credited(@Observes PostingChanged change) {
        if (change.key().kind() == PostingKind.CREDIT_NOTE
                && ReturnNumber.is(change.key().sourceKey())) {
            postings.get(change.postingId()).ifPresent(credit -> refundsAgain(credit.object()));
        }
    }

    /** What waited for an invoice, or was more than was invoiced until now. */
    void invoiced(@Observes InvoiceSeen invoice) {
        planAgain(invoice.object(), HELD, null);
        refundsAgain(invoice.object());
    }

    /** What was held because nothing told whether its money went with another refund: it may have one of its own by now. */
    void paidBack(String object) {
        credits(object)
                .filter(posting -> posting.state() == PostingState.HELD)
                .filter(posting -> posting.reasons().stream()
                        .anyMatch(reason -> reason.code().equals(CreditReasons.PERHAPS_CREDITED)))
                .forEach(posting ->
                        staging.planAgain(CollectReturns.KIND, posting.key().sourceKey()));
    }

    private void refundsAgain(String object) {
        credits(object)
                .filter(posting -> PaymentNumber.is(posting.key().sourceKey()))
                .filter(posting -> NOT_SENT.contains(posting.state()))
                .findFirst()
                .ifPresent(posting -> new CreditSource(posting.key()).planAgain(staging));
    }

    /** @param but what has changed itself; null where that is none of them */
    private void planAgain(String object, Set<PostingState> states, @Nullable PostingKey but) {
        if (states.isEmpty()) {
            return;
        }
        credits(object)
                .filter(posting -> ReturnNumber.is(posting.key().sourceKey()))
                .filter(posting -> states.contains(posting.state()))
                .map(Posting::key)
                .filter(key -> !key.equals(but))
                .forEach(key -> staging.planAgain(CollectReturns.KIND, key.sourceKey()));
    }

    private Stream<Posting> credits(String object) {
        return postings.ofObjects(List.of(object)).stream()
                .filter(posting -> posting.key().kind() == PostingKind.CREDIT_NOTE);
    }
}
