package centrasage.orders.plan;

import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.sync.store.Posting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an order already, as opposed to what a plan made now would make of it.
 *
 * @param targetNumber Sage's number; null while it is not known to be there
 */
public record Present(
        PostingState state, String company, @Nullable String targetNumber) {

    /** The one that may be in Sage before any other; empty where there is none. */
    static Optional<Present> of(List<Posting> postings) {
        List<Posting> orders =
                postings.stream().filter(each -> !each.key().kind().follows()).toList();
        return orders.stream()
                .filter(each -> !each.state().mayBeReplanned())
                .findFirst()
                .or(() -> orders.stream().findFirst())
                .map(each -> new Present(each.state(), each.key().company(), each.targetNumber()));
    }

    /** Why no plan that is made now would be sent; empty where it would. */
    Optional<Reason> against() {
        return switch (state) {
            case REVERSED ->
                reason(
                        "CANCELLED_IN_SAGE",
                        "It was posted as " + company + "/" + targetNumber
                                + " and cancelled there after it was cancelled in Centra; a new plan would not be sent",
                        "If it is to be delivered after all, enter it in Sage 200 by hand");
            case POSTED ->
                reason(
                        "ALREADY_POSTED",
                        "It is posted as " + company + "/" + targetNumber + "; a new plan would not be sent",
                        "Do not enter it by hand: Sage 200 has it. What has to be other there is changed in "
                                + targetNumber);
            case SENDING, IN_DOUBT ->
                reason(
                        "SENT_BEFORE",
                        "It was sent to Sage 200 company " + company
                                + ", and no answer is known yet; a new plan would wait for it",
                        "Wait, and do not enter it by hand: it is read back by itself");
            case ABANDONED ->
                reason(
                        "GIVEN_UP",
                        "A person has given it up; a new plan would not be sent",
                        "If it is to be sent after all, and was not entered by hand, press Plan again at its exception");
            default -> Optional.empty();
        };
    }

    private static Optional<Reason> reason(String code, String what, String remedy) {
        return Optional.of(new Reason(code, Owner.OPERATIONS, what, remedy));
    }

    /** All that speaks against sending it. What a plan says is no advice any more: whoever followed it would enter a second order. */
    List<Reason> before(List<Reason> planned) {
        Optional<Reason> first = against();
        return first.isEmpty()
                ? planned
                : Stream.concat(
                                first.stream(),
                                planned.stream()
                                        .map(each -> new Reason(
                                                each.code(),
                                                each.owner(),
                                                each.what(),
                                                "Nothing: see " + first.get().code())))
                        .toList();
    }
}
