package centrasage.orders.customer;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.flow.OrderName;
import centrasage.flow.event.DocumentStaged;
import centrasage.sync.database.Atomic;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.vault.Clue;
import centrasage.sync.vault.CustomerMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks each order by what its customer is looked for, in the transaction in which a version of it comes in. */
@ApplicationScoped
public class MarkCustomers {
    private CustomerMarks marks;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    MarkCustomers() {}

    @Inject
    public MarkCustomers(CustomerMarks marks, Staging staging) {
        this.marks = marks;
        this.staging = staging;
    }

    /** An order that cannot be read keeps the marks that it has: it is held, and people look at it. */
    public void staged(@Observes DocumentStaged staged) {
        if (staged.document().kind().equals(OrderName.DOCUMENT)) {
            clues(staged.text())
                    .ifPresent(clues -> marks.put(OrderName.of(staged.document().key()), clues));
        }
    }

    /**
     * Marks a page of what was received before there were marks, or before they were made as they are now. What cannot be read is left
     * without, and not looked at again.
     *
     * @return how many orders were looked at; 0 where none is left
     */
    @Atomic(alone = true)
    public int markOlder(int most) {
        List<String> subjects = marks.unmarked(most);
        subjects.forEach(subject -> marks.put(subject, latest(subject)));
        return subjects.size();
    }

    private Set<Clue> latest(String subject) {
        return OrderName.number(subject).map(number -> staging.of(OrderName.DOCUMENT, number)).stream()
                .flatMap(List::stream)
                .findFirst()
                .flatMap(Staged::text)
                .flatMap(MarkCustomers::clues)
                .orElse(Set.of());
    }

    private static Optional<Set<Clue>> clues(String text) {
        Optional<Order> order = OrderJson.parse(text)
                .match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty());
        return order.map(Clues::of);
    }
}
