package centrasage.orders.writeback;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.numbers.NumbersToTell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Puts the number of each order down in the transaction that posts it, where it is to be written back at all. */
@ApplicationScoped
class NumberWatch {
    private NumbersToTell numbers;
    private WriteBackSettings settings;

    @SuppressWarnings("NullAway.Init")
    NumberWatch() {}

    @Inject
    NumberWatch(NumbersToTell numbers, WriteBackSettings settings) {
        this.numbers = numbers;
        this.settings = settings;
    }

    void posted(@Observes PostingChanged change) {
        boolean isOrder = change.key().kind() == PostingKind.ORDER;
        if (isOrder && change.to() == PostingState.POSTED && settings.on()) {
            numbers.add(change.postingId());
        }
    }
}
