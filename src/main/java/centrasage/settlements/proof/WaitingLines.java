package centrasage.settlements.proof;

import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of payouts that settle nothing known, one by one: what of them is open in a clearing bank, as {@link OpenBook} sums it. */
@ApplicationScoped
public class WaitingLines {
    private static final int AT_ONCE = 200;

    private SettlementBatches batches;
    private SettlementLines lines;
    private SettlementSettings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    WaitingLines() {}

    @Inject
    public WaitingLines(SettlementBatches batches, SettlementLines lines, SettlementSettings settings, Clock clock) {
        this.batches = batches;
        this.lines = lines;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The bank that is asked for, and after which line.
     *
     * @param batch the id of that line's; 0 begins with the first
     */
    public record Asked(String company, String bank, long batch, long place) {}

    /**
     * @param day on which it was booked, or the last of its batch
     * @param open what of it is open in the bank
     */
    public record Waiting(SettlementBatch batch, SettlementLines.Stored stored, LocalDate day, Money open) {}

    /** Batch by batch, the oldest first, and in each by their places; at most {@code most}. */
    @Atomic
    public List<Waiting> after(Asked asked, int most, Mappings mappings) {
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        List<Waiting> found = new ArrayList<>();
        List<SettlementBatch> some = batches.in(EnumSet.of(BatchState.PLANNED), asked.batch() - 1, AT_ONCE);
        while (!some.isEmpty() && found.size() < most) {
            for (SettlementBatch batch : some) {
                BanksOfBatch banks = BanksOfBatch.of(batch, today, mappings);
                found.addAll(ofBatch(asked, banks, most - found.size()));
            }
            some = batches.in(
                    EnumSet.of(BatchState.PLANNED), some.get(some.size() - 1).id(), AT_ONCE);
        }
        return found;
    }

    private List<Waiting> ofBatch(Asked asked, BanksOfBatch banks, int most) {
        SettlementBatch batch = banks.batch();
        Set<String> currencies = currencies(asked, banks);
        if (most == 0 || currencies.isEmpty()) {
            return List.of();
        }
        long after = batch.id() == asked.batch() ? asked.place() : 0;
        return lines.waiting(batch, currencies, after, most).stream()
                .map(stored -> new Waiting(
                        batch,
                        stored,
                        Objects.requireNonNullElse(stored.line().bookedOn(), banks.day()),
                        BanksOfBatch.open(stored.line().moved())))
                .toList();
    }

    /** Those of the batch that belong into the bank. */
    private static Set<String> currencies(Asked asked, BanksOfBatch banks) {
        SettlementBatch batch = banks.batch();
        return Stream.concat(
                        Stream.of(batch.key().currency().getCurrencyCode()), batch.sums().exchanged().keySet().stream())
                .filter(currency -> banks.of(currency)
                        .filter(bank -> bank.company().equals(asked.company())
                                && bank.code().equals(asked.bank()))
                        .isPresent())
                .collect(Collectors.toSet());
    }
}
