package centrasage.sync.plans;

import centrasage.flow.Periods;
import centrasage.flow.PostingKey;
import centrasage.flow.TargetUnavailable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The first open day after a closed one. Periods begin with months mostly: it is looked for by their first days, then between these. */
final class OpenDays {
    /** Sage closes no period that is longer. */
    private static final int MONTHS_MAX = 24;

    private final Periods periods;
    private final PostingKey key;

    OpenDays(Periods periods, PostingKey key) {
        this.periods = periods;
        this.key = key;
    }

    /** @param closed a day that is closed */
    Optional<LocalDate> after(LocalDate closed, LocalDate today) throws TargetUnavailable {
        LocalDate last = closed;
        for (int months = 1; months <= MONTHS_MAX && last.isBefore(today); months++) {
            LocalDate first = closed.plusMonths(months).withDayOfMonth(1);
            LocalDate candidate = first.isAfter(today) ? today : first;
            if (isOpen(candidate)) {
                return Optional.of(between(last, candidate));
            }
            last = candidate;
        }
        return Optional.empty();
    }

    private LocalDate between(LocalDate closed, LocalDate open) throws TargetUnavailable {
        LocalDate low = closed;
        LocalDate high = open;
        while (ChronoUnit.DAYS.between(low, high) > 1) {
            LocalDate middle = low.plusDays(ChronoUnit.DAYS.between(low, high) / 2);
            if (isOpen(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    boolean isOpen(LocalDate day) throws TargetUnavailable {
        return objection(day).isEmpty();
    }

    Optional<String> objection(LocalDate day) throws TargetUnavailable {
        return periods.objection(key.kind(), key.company(), day);
    }
}
