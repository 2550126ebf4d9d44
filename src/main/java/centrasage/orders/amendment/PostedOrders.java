package centrasage.orders.amendment;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.OrderCorrectionJson;
import centrasage.sage200.SalesOrderJson;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds posted orders in the store. */
final class PostedOrders {
    private final Postings postings;
    private final PostedDocuments documents;

    PostedOrders(Postings postings, PostedDocuments documents) {
        this.postings = postings;
        this.documents = documents;
    }

    /** Empty where it is not posted, or its person was erased. */
    Optional<PostedOrder> of(String number) {
        return postings.of(number).stream()
                .filter(each -> each.key().kind() == PostingKind.ORDER && each.state() == PostingState.POSTED)
                .findFirst()
                .flatMap(this::of);
    }

    private Optional<PostedOrder> of(Posting posting) {
        return command(posting).map(command -> {
            List<Posting> all = postings.ofObjects(List.of(posting.object())).stream()
                    .sorted(Comparator.comparing(Posting::id))
                    .toList();
            return of(posting, command, all);
        });
    }

    private PostedOrder of(Posting posting, Command command, List<Posting> all) {
        NewSalesOrder sent = SalesOrderJson.read(command.document());
        Optional<Posting> correction = all.stream()
                .filter(each -> each.key().kind() == PostingKind.ORDER_CORRECTION)
                .filter(each -> OrderName.of(posting.key().sourceKey()).equals(OrderName.of(each.order())))
                .findFirst();
        NewSalesOrder corrected = correction
                .flatMap(this::command)
                .map(Command::document)
                .map(OrderCorrectionJson::read)
                .map((OrderCorrection made) -> made.applied(sent))
                .orElse(sent);
        boolean isCorrected =
                correction.filter(each -> each.state() == PostingState.POSTED).isPresent();
        List<List<Line>> befores = new ArrayList<>(List.of((isCorrected ? corrected : sent).priced()));
        if (!isCorrected && corrected != sent) {
            befores.add(corrected.priced());
        }
        return new PostedOrder(posting, command, isCorrected ? corrected : sent, befores, all);
    }

    Optional<Command> command(Posting posting) {
        return documents.command(posting.id()).filter(command -> !command.isErased());
    }
}
