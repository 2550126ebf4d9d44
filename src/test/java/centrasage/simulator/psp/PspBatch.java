package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.time.LocalDate;
import java.util.List;

/**
 * What a provider settles with a merchant account at once, in the currency that it pays out; its events come to nothing, its payout among
 * them.
 */
public record PspBatch(String account, String number, String currency, List<PspEvent> events) {
    public PspBatch {
        events = List.copyOf(events);
    }

    /** Of everything but the payout. */
    public long earnedMinor() {
        return events.stream()
                .filter(event -> event.what() != What.PAYOUT)
                .mapToLong(PspEvent::netMinor)
                .sum();
    }

    /** Of everything that is this. */
    public long netMinor(What what) {
        return events.stream()
                .filter(event -> event.what() == what)
                .mapToLong(PspEvent::netMinor)
                .sum();
    }

    public boolean isPaidOut() {
        return events.stream().anyMatch(event -> event.what() == What.PAYOUT);
    }

    /** On which it begins. */
    public LocalDate day() {
        return events.get(0).at().toLocalDate();
    }
}
