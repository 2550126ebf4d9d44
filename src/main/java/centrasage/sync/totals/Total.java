package centrasage.sync.totals;

import java.math.BigDecimal;

/** The postings of one tally: how many, and the sum of their amounts. */
public record Total(Tally tally, long postings, BigDecimal amount) {
    static final BigDecimal NOTHING = BigDecimal.ZERO;

    Total plus(Total other) {
        return new Total(tally, postings + other.postings, amount.add(other.amount));
    }

    Total negated() {
        return new Total(tally, -postings, amount.negate());
    }

    boolean isNothing() {
        return postings == 0 && amount.signum() == 0;
    }
}
