package centrasage.reconcile.drift;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.SalesOrder;
import centrasage.sync.store.PostedDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are told of each difference. The words are the same for as long as the difference is. */
final class DriftWords {
    private static final Map<String, String> STOPPED = Map.of(
            "EnumDocumentStatusCancelled", "cancelled",
            "EnumDocumentStatusOnHold", "on hold",
            "EnumDocumentStatusDispute", "in dispute",
            "EnumDocumentStatusLost", "lost");

    private static final String NEVER_AGAIN = ". It is never posted again from here";

    private final String key;
    private final String number;

    /**
     * @param key the customer order number
     * @param number Sage's number of the order that was posted
     */
    DriftWords(String key, String number) {
        this.key = key;
        this.number = number;
    }

    static DriftWords of(PostedDocument posted) {
        return new DriftWords(OrderName.of(posted.command().key().sourceKey()), posted.targetNumber());
    }

    /** {@code on hold}; empty for an order that goes on. */
    static String stopped(String status) {
        return STOPPED.getOrDefault(status, "");
    }

    Reason stopped(SalesOrder order, String how) {
        String remedy = order.isCancelled()
                ? "If the customer has cancelled, cancel the order in Centra too and resolve this with a note. If it was a"
                        + " mistake, enter it again in Sage 200 with " + key
                        + " as its customer order number: then this"
                        + " closes itself" + NEVER_AGAIN
                : "Find out who stopped it and why, and release it in Sage 200: then this closes itself";
        return new Reason("STOPPED_IN_SAGE", Owner.OPERATIONS, name(order) + " is " + how, remedy);
    }

    Reason missing(Money amount) {
        return new Reason(
                "MISSING_IN_SAGE",
                Owner.OPERATIONS,
                "Sage 200 order " + number + " over " + amount + " was posted and is not there any more",
                "Find out who has deleted it and why. If it is still wanted, enter it again in Sage 200 with " + key
                        + " as its customer order number: then this closes itself. Otherwise resolve this with a note"
                        + NEVER_AGAIN);
    }

    /** It was told to be missing, and nobody can see any more whether it is. */
    Reason archived(Command command, LocalDate upTo) {
        return new Reason(
                "MISSING_IN_SAGE",
                Owner.OPERATIONS,
                "Sage 200 order " + number + " over " + command.amount() + " of " + command.businessDate()
                        + " was not there any more, and Sage 200 has archived its orders up to " + upTo
                        + ": it was archived, or deleted before",
                "Look for " + number
                        + " in Sage 200's archive. If it is there, resolve this with a note. If it is not, somebody"
                        + " has deleted it: find out why, and enter it again with " + key
                        + " as its customer order number if it is still wanted" + NEVER_AGAIN);
    }

    Reason changed(SalesOrder order, List<String> differences, boolean concernsMoney) {
        return new Reason(
                "DRIFT",
                concernsMoney ? Owner.FINANCE : Owner.OPERATIONS,
                name(order) + " is not what was posted: " + String.join("; ", differences),
                "Correct it in Sage 200 before it is invoiced: then this closes itself. If it was changed on purpose, such as"
                        + " for a change in Centra, resolve this with a note: it comes back only with another change");
    }

    Reason duplicate(List<SalesOrder> live) {
        String numbers = live.stream().map(SalesOrder::documentNo).collect(Collectors.joining(" and "));
        String extra = live.stream().skip(1).map(SalesOrder::documentNo).collect(Collectors.joining(", "));
        return new Reason(
                "DUPLICATE",
                Owner.FINANCE,
                "Sage 200 holds " + live.size() + " documents for Centra order " + key.substring(1) + ": " + numbers,
                "Cancel " + extra + " in Sage 200 and keep " + live.get(0).documentNo()
                        + ", which is the one linked here");
    }

    Reason draft(List<SalesOrder> drafts, @Nullable SalesOrder standing) {
        return standing != null && standing.draft() ? itselfADraft(standing) : draftBeside(drafts);
    }

    private Reason itselfADraft(SalesOrder order) {
        return new Reason(
                "DRAFT_IN_SAGE",
                Owner.OPERATIONS,
                name(order) + " is a draft: somebody is changing it and has not finished",
                "Let them finish it in Sage 200, or finish it: until then it can neither be despatched nor invoiced");
    }

    private Reason draftBeside(List<SalesOrder> drafts) {
        String names = drafts.stream().map(DriftWords::draft).collect(Collectors.joining(" and "));
        return new Reason(
                "DRAFT_IN_SAGE",
                Owner.OPERATIONS,
                "Sage 200 holds " + names + " under " + key + " as well",
                "Delete it in Sage 200 if it is nobody's, or clear its customer order number");
    }

    private static String draft(SalesOrder order) {
        return order.documentNo().isEmpty() ? "a draft with the id " + order.id() : "the draft " + order.documentNo();
    }

    private String name(SalesOrder order) {
        return "Sage 200 order " + order.documentNo()
                + (order.documentNo().equals(number) ? "" : ", which stands in the place of " + number + ",");
    }
}
