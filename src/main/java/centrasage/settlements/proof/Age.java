package centrasage.settlements.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** How long something has been open in a clearing bank, in days. */
public enum Age {
    DAYS_0_TO_3(0, 3),
    DAYS_4_TO_7(4, 7),
    DAYS_8_TO_30(8, 30),
    OVER_30_DAYS(31, 36_500);

    private final int least;
    private final int most;

    Age(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whether a provider should have paid it out by now, as most of them do. */
    public boolean isLate() {
        return least > DAYS_4_TO_7.most;
    }

    /** Of what is of that day. */
    static Age of(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        return Arrays.stream(values())
                .filter(age -> days <= age.most)
                .findFirst()
                .orElse(OVER_30_DAYS);
    }

    /** The first day of those that are so old; what is of tomorrow is as old as what is of today. */
    LocalDate from(LocalDate today) {
        return today.minusDays(most);
    }

    LocalDate to(LocalDate today) {
        return least == 0 ? today.plusDays(36_500) : today.minusDays(least);
    }
}
