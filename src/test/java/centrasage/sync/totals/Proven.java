package centrasage.sync.totals;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.database.Transactions;

/** For every test of the store in the database: whatever happened in it, the totals are what a count gives. */
public final class Proven {
    private Proven() {}

    public static void totals(Transactions transactions) {
        assertThat(transactions.bean(TotalsProof.class, transactions.entities()).missing())
                .as("what the totals lack")
                .isEmpty();
    }
}
