package centrasage.reconcile.drift;

import centrasage.desk.BusinessException.Kind;
import centrasage.flow.Command;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.OrderCorrectionJson;
import centrasage.sync.store.PostedDocument;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the corrections of some orders, by the order's number. */
final class Corrections {
    private static final Set<PostingState> FOR_A_PERSON = EnumSet.of(PostingState.REFUSED, PostingState.HELD);

    private final Map<String, Posting> known;
    private final Map<String, Command> posted;

    private Corrections(Map<String, Posting> known, Map<String, Command> posted) {
        this.known = known;
        this.posted = posted;
    }

    /** @param orders of one company */
    static Corrections of(String company, List<PostedDocument> orders, PostedDocuments store) {
        List<String> numbers = orders.stream().map(Corrections::number).toList();
        Map<String, Posting> known = store.known(company, PostingKind.ORDER_CORRECTION, numbers);
        Map<String, Command> posted = store
                .of(known.values().stream().map(Posting::id).toList())
                .stream()
                .map(PostedDocument::command)
                .filter(command -> !command.isErased())
                .collect(Collectors.toMap(command -> command.key().sourceKey(), Function.identity()));
        return new Corrections(known, posted);
    }

    private static String number(PostedDocument order) {
        return order.command().key().sourceKey();
    }

    /** The one that the order has by now. */
    Optional<OrderCorrection> posted(PostedDocument order) {
        return Optional.ofNullable(posted.get(number(order)))
                .map(Command::document)
                .map(OrderCorrectionJson::read);
    }

    /** What people know of the order: one that is still to come, or that a person must see to, tells of its total. */
    Set<Kind> told(PostedDocument order, Set<Kind> others) {
        Set<Kind> told = EnumSet.noneOf(Kind.class);
        told.addAll(others);
        if (isOpen(order)) {
            told.add(Kind.TOTAL_DIFFERS);
        }
        return told;
    }

    /** Whether there is one that is not posted. */
    boolean isOpen(PostedDocument order) {
        Posting correction = known.get(number(order));
        return correction != null && correction.state() != PostingState.POSTED;
    }

    /** The posting of one that a person must see to. */
    Optional<Long> forAPerson(PostedDocument order) {
        return Optional.ofNullable(known.get(number(order)))
                .filter(correction -> FOR_A_PERSON.contains(correction.state()))
                .map(Posting::id);
    }
}
