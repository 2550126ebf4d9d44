package centrasage.settlements.store;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/** Which orders a payment provider's number of a payment leads to: by what was posted to a clearing bank, and by the files of payouts. */
@ApplicationScoped
public class PaymentReferences {
    private static final int MOST = 50;

    private static final String ENTRIES = "SELECT order_number FROM clearing_entry WHERE psp_reference = ?1";

    /** Of a file's line: the order of what it settles, and what the line itself calls the order. */
    private static final String SETTLED = "SELECT c.order_number FROM settlement_line l JOIN clearing_entry c"
            + " ON c.batch_id = l.batch_id AND c.line_place = l.place WHERE l.%s = ?1";

    private static final String NAMED = "SELECT l.order_reference FROM settlement_line l WHERE l.%s = ?1";
    private static final String CALLED = "SELECT l.merchant_reference FROM settlement_line l WHERE l.%s = ?1";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    PaymentReferences() {}

    @Inject
    public PaymentReferences(EntityManager entities) {
        this.entities = entities;
    }

    /** Names of orders, as far as anything is known; whoever asks looks whether there are such orders. */
    @Atomic
    public List<String> orders(String reference) {
        Stream<String> lines = Stream.of("payment_reference", "modification_reference")
                .flatMap(column -> Stream.of(SETTLED, NAMED, CALLED).map(query -> query.formatted(column)))
                .flatMap(query -> found(query, reference));
        return Stream.concat(found(ENTRIES, reference), lines)
                .filter(name -> !name.isBlank())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<String> found(String query, String reference) {
        return ((List<?>) entities.createNativeQuery(query)
                        .setParameter(1, reference)
                        .setMaxResults(MOST)
                        .getResultList())
                .stream().map(String::valueOf);
    }
}
