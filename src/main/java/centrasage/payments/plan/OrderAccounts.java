package centrasage.payments.plan;

import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.PostingKey;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The customer account that an order is or will be posted to: money for it belongs there, whatever the mappings say by now. */
@ApplicationScoped
public class OrderAccounts {
    private PostedDocuments posted;

    @SuppressWarnings("NullAway.Init")
    OrderAccounts() {}

    @Inject
    public OrderAccounts(PostedDocuments posted) {
        this.posted = posted;
    }

    /** Empty where nothing says so: nothing is to be posted of the order, its person was erased, or what is stored cannot be read. */
    public Optional<String> of(OrderStanding order) {
        PostingKey key = order.key();
        return key == null
                ? Optional.empty()
                : posted.known(key.company(), key.kind(), List.of(key.sourceKey())).values().stream()
                        .filter(posting -> posting.state().wasPosted()
                                || posting.state().isUnfinished()
                                || order.isInvoicedByShipment())
                        .map(Posting::id)
                        .flatMap(id -> posted.command(id).stream())
                        .filter(command -> !command.isErased())
                        .map(Command::document)
                        .flatMap(document -> customer(document).stream())
                        .findFirst();
    }

    /** Whether a receipt or a refund is for this account. */
    boolean isFor(Posting money, String account) {
        return posted.command(money.id())
                .filter(command -> !command.isErased())
                .map(command -> MoneyEntryJson.read(command.document()).customer())
                .filter(account::equals)
                .isPresent();
    }

    /** What an older version wrote down otherwise keeps no payment from being planned. */
    private static Optional<String> customer(String document) {
        try {
            return Optional.of(SalesOrderJson.read(document).customer());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
