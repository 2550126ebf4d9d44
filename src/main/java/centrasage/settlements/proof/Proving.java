package centrasage.settlements.proof;

import centrasage.mapping.Mappings;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.day.ClearingDay;
import centrasage.settlements.day.ClearingDays;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds the clearing banks against what is open in them, tells people what it has found, and keeps it for them to look at. */
@ApplicationScoped
public class Proving {
    private ClearingBook book;
    private ClearingReport report;
    private ClearingEntries entries;
    private ClearingDays days;
    private SettlementSettings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Proving() {}

    @Inject
    Proving(
            ClearingBook book,
            ClearingReport report,
            ClearingEntries entries,
            ClearingDays days,
            SettlementSettings settings,
            Clock clock) {
        this.book = book;
        this.report = report;
        this.entries = entries;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks Sage, which may take some seconds.
     *
     * @param looksMax how often, while something differs
     * @throws InterruptedException when it is to end meanwhile
     */
    public ClearingBook.Looked prove(Mappings mappings, int looksMax) throws InterruptedException {
        ClearingBook.Looked looked = looked(mappings, looksMax);
        List<Clearing> banks = looked.banks();
        banks.forEach(bank -> report.told(bank, !looked.silent().containsKey(bank.company())));
        report.only(looked.names());
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        LocalDate since = today.minus(settings.paidWithin());
        report.late(banks, entries.sums(LocalDate.EPOCH, since), since);
        days.keep(
                banks.stream().map(bank -> day(bank, today)).toList(),
                looked.names().stream()
                        .map(name -> new ClearingDay.Bank(name.company(), name.bank(), name.currency()))
                        .collect(Collectors.toSet()));
        return looked;
    }

    /** While jobs post, a bank's balance and what is known of it are of two moments: it differs where it does each time. */
    private ClearingBook.Looked looked(Mappings mappings, int looksMax) throws InterruptedException {
        Map<ClearingBook.Name, Clearing> banks = new LinkedHashMap<>();
        ClearingBook.Looked last = book.look(mappings);
        for (int look = 1; ; look++) {
            for (Clearing bank : last.banks()) {
                banks.merge(
                        new ClearingBook.Name(
                                bank.company(),
                                bank.bank(),
                                bank.open().currency().getCurrencyCode()),
                        bank,
                        (before, now) -> before.isProvenInBoth() ? before : now);
            }
            if (look == looksMax || banks.values().stream().allMatch(Clearing::isProvenInBoth)) {
                return new ClearingBook.Looked(List.copyOf(banks.values()), last.names(), last.silent());
            }
            Thread.sleep(settings.lookAgain().toMillis());
            last = book.look(mappings);
        }
    }

    private ClearingDay day(Clearing bank, LocalDate today) {
        return KeptClearing.of(bank, today, clock.instant());
    }
}
