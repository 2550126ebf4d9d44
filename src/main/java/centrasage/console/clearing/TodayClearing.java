package centrasage.console.clearing;

import centrasage.settlements.day.ClearingDay;
import centrasage.settlements.day.ClearingDays;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** The clearing banks on the first page: those that differ before all others. */
@Named("todayClearing")
@RequestScoped
public class TodayClearing {
    private static final int MOST = 12;

    private List<ClearingDay> banks;

    @SuppressWarnings("NullAway.Init")
    TodayClearing() {}

    @Inject
    TodayClearing(ClearingDays days) {
        banks = days.current();
    }

    /** Those that differ, then those with something in them; the first of them. */
    public List<ClearingDay> rows() {
        return banks.stream()
                .sorted(Comparator.comparing(ClearingDay::isProvenInBoth)
                        .thenComparing(bank -> bank.open().isZero())
                        .thenComparing(ClearingDay::company)
                        .thenComparing(ClearingDay::bank))
                .limit(MOST)
                .toList();
    }

    /** How many are not shown: all of them prove, or the list would be longer than a page. */
    public int others() {
        return banks.size() - Math.min(MOST, banks.size());
    }

    public String address(ClearingDay bank) {
        return ClearingPage.address(bank);
    }
}
