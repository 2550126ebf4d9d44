package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.Fees;
import centrasage.simulator.psp.PspEvent.Names;
import centrasage.simulator.psp.PspEvent.What;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Generates batches of payments of nobody: for readers, their fuzzer and their bench. The same seed makes the same batches. */
public final class PspMonth {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 11, 1, 0, 5);
    private static final String POUNDS = "GBP";
    private static final String EUROS = "EUR";
    private static final int DISPUTED_IN = 200;

    private final Random random;
    private final PspHabits habits;
    private final PspPayments payments;

    /** What a merchant account owes, carried from its batch before. */
    private final Map<String, Long> owed = new HashMap<>();

    /** Of Adyen's. */
    public PspMonth(long seed) {
        this(seed, PspHabits.ADYEN, DISPUTED_IN);
    }

    /** @param disputedIn to how many payments there is one that is disputed */
    public PspMonth(long seed, PspHabits habits, int disputedIn) {
        this.random = new Random(seed);
        this.habits = habits;
        this.payments = new PspPayments(random, habits, disputedIn);
    }

    /**
     * A batch in pounds of so many payments, with refunds, chargebacks, whatever else the provider does and its payout; some of them in euros
     * where the provider has rates.
     */
    public PspBatch batch(String account, int number, int size) {
        return ended(account, number, POUNDS, payments.of(begin(number), POUNDS, size), size);
    }

    /** A batch of which nothing is paid out: all payments were refunded, and their fees are owed. */
    public PspBatch poorBatch(String account, int number, int size) {
        return ended(account, number, POUNDS, payments.givenBack(begin(number), POUNDS, size), size);
    }

    /** One day of two balances, in pounds and in euros; what is captured in euros is converted as a rule. */
    public List<PspBatch> wallet(String account, int number, int size) {
        List<PspEvent> pounds = payments.of(begin(number), POUNDS, size);
        List<PspEvent> euros = new ArrayList<>();
        for (PspEvent event : payments.of(begin(number).plusHours(1), EUROS, 1 + size / 2)) {
            euros.add(event);
            if (event.what() == What.CAPTURE && random.nextInt(4) > 0) {
                Names names = new Names(
                        event.names().payment(),
                        payments.reference(),
                        event.names().order());
                Names twin = new Names(
                        event.names().payment(),
                        payments.reference(),
                        event.names().order());
                long worth = PspPayments.worth(event.netMinor(), PspPayments.EURO_IN_POUNDS);
                euros.add(other(What.CONVERSION, event.at(), names, EUROS, -event.netMinor()));
                pounds.add(other(What.CONVERSION, event.at(), twin, POUNDS, worth));
            }
        }
        return List.of(settled(account, number, EUROS, euros), ended(account, number, POUNDS, pounds, size));
    }

    private static LocalDateTime begin(int number) {
        return BEGIN.plusDays(number % 28);
    }

    private static LocalDateTime end(int number) {
        return BEGIN.plusDays(number % 28).plusHours(23);
    }

    /** With what is of no single payment, and settled. */
    private PspBatch ended(String account, int number, String currency, List<PspEvent> events, int size) {
        LocalDateTime end = end(number);
        long carried = owed.getOrDefault(account, 0L);
        if (carried > 0) {
            events.add(other(What.CARRY, end, "Balancetransfer from batch " + (number - 1), currency, -carried));
        }
        if (habits.others().contains(What.COSTS)) {
            events.add(other(What.COSTS, end, "Transaction Fees November   01 2026", currency, -size * 13L));
        }
        if (habits.others().contains(What.INVOICE) && random.nextInt(4) == 0) {
            String words = "Invoice US2026110005" + number + " Discounts and additional costs (1/2)";
            events.add(other(What.INVOICE, end, words, currency, -size * 29L));
        }
        if (habits.others().contains(What.TAX)) {
            long kept = events.stream().mapToLong(event -> event.fees().sum()).sum();
            events.add(other(What.TAX, end, "VAT", currency, -Math.max(0, kept) / 5));
        }
        if (habits.others().contains(What.RESERVE)) {
            long held = -Math.min(1_900, size * 19L);
            events.add(other(What.RESERVE, end, "DepositCorrection", currency, random.nextInt(4) == 0 ? -held : held));
        }
        return settled(account, number, currency, events);
    }

    private PspBatch settled(String account, int number, String currency, List<PspEvent> events) {
        PspBatch open = new PspBatch(account, Integer.toString(number), currency, events);
        long earned = open.earnedMinor();
        boolean isCarried = habits.carries() && earned <= 0;
        if (currency.equals(POUNDS)) {
            owed.put(account, isCarried ? -earned : 0);
        }
        String words = isCarried
                ? "Balancetransfer to batch " + (number + 1)
                : "TX" + (100_000_000L + random.nextInt(900_000_000)) + "XT batch " + number + ", " + account;
        events.add(other(isCarried ? What.CARRY : What.PAYOUT, end(number), words, currency, -earned));
        return new PspBatch(account, open.number(), currency, events);
    }

    private static PspEvent other(What what, LocalDateTime at, String words, String currency, long netMinor) {
        return other(what, at, new Names("", words, ""), currency, netMinor);
    }

    private static PspEvent other(What what, LocalDateTime at, Names names, String currency, long netMinor) {
        return new PspEvent(what, at, names, currency, 0, BigDecimal.ONE, Fees.NONE, netMinor);
    }
}
