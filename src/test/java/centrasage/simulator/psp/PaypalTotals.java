package centrasage.simulator.psp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What PayPal writes below the rows of a section, and of a file: its totals for each currency. */
final class PaypalTotals {
    private final Map<String, Balance> balances = new LinkedHashMap<>();

    private static final class Balance {
        private long beginning;
        private long grossCredits;
        private long grossDebits;
        private long feeCredits;
        private long feeDebits;
        private long count;

        private long ending() {
            return beginning + grossCredits - grossDebits + feeCredits - feeDebits;
        }
    }

    /** With a balance that was there before, so much of each day and currency. */
    void begin(PspBatch batch) {
        balance(batch.currency()).beginning = 1_000L * batch.day().getDayOfMonth() - 5_000;
    }

    private Balance balance(String currency) {
        return balances.computeIfAbsent(currency, key -> new Balance());
    }

    void add(String currency, PspEvent event) {
        Balance balance = balance(currency);
        long fee = event.fees().sum();
        long gross = event.netMinor() + fee;
        balance.grossCredits += Math.max(0, gross);
        balance.grossDebits += Math.max(0, -gross);
        balance.feeCredits += Math.max(0, -fee);
        balance.feeDebits += Math.max(0, fee);
        balance.count++;
    }

    void add(PaypalTotals section) {
        section.balances.forEach((currency, each) -> {
            Balance balance = balance(currency);
            balance.beginning += balance.count == 0 ? each.beginning : 0;
            balance.grossCredits += each.grossCredits;
            balance.grossDebits += each.grossDebits;
            balance.feeCredits += each.feeCredits;
            balance.feeDebits += each.feeDebits;
            balance.count += each.count;
        });
    }

    long count() {
        return balances.values().stream().mapToLong(balance -> balance.count).sum();
    }

    /** @param record SF or RF */
    List<List<String>> rows(String record) {
        List<List<String>> rows = new ArrayList<>();
        balances.forEach((currency, balance) -> {
            List<String> row = new ArrayList<>(List.of(record, currency));
            row.add(Long.toString(balance.grossCredits));
            row.add(Long.toString(balance.grossDebits));
            row.add(Long.toString(balance.feeCredits));
            row.add(Long.toString(balance.feeDebits));
            for (long amount :
                    new long[] {balance.beginning, balance.ending(), balance.beginning, balance.ending(), 0, 0}) {
                row.add(PaypalFile.side(amount));
                row.add(Long.toString(Math.abs(amount)));
            }
            row.add(Long.toString(balance.count));
            rows.add(row);
        });
        return rows;
    }
}
