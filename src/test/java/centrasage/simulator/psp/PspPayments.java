package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.Fees;
import centrasage.simulator.psp.PspEvent.Names;
import centrasage.simulator.psp.PspEvent.What;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Generates payments with what becomes of them: some are refunded, some disputed. */
final class PspPayments {
    static final BigDecimal EURO_IN_POUNDS = new BigDecimal("0.8695652173913043");

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final int FIRST_ORDER = 10_234;

    private final Random random;
    private final PspHabits habits;

    /** To how many payments there is one that is disputed. */
    private final int disputedIn;

    private int orders = FIRST_ORDER;

    PspPayments(Random random, PspHabits habits, int disputedIn) {
        this.random = random;
        this.habits = habits;
        this.disputedIn = disputedIn;
    }

    List<PspEvent> of(LocalDateTime begin, String currency, int payments) {
        List<PspEvent> events = new ArrayList<>(payments + payments / 8 + 4);
        for (int i = 0; i < payments; i++) {
            add(events, begin.plusSeconds(i % 80_000), currency);
        }
        return events;
    }

    /** All that is paid goes back again, so that the fees are owed. */
    List<PspEvent> givenBack(LocalDateTime begin, String currency, int payments) {
        List<PspEvent> events = new ArrayList<>(2 * payments + 4);
        for (int i = 0; i < payments; i++) {
            LocalDateTime at = begin.plusSeconds(i % 80_000);
            Names names = names();
            long minor = minor();
            add(events, What.CAPTURE, at, names, currency, currency, minor);
            add(events, What.REFUND, at.plusHours(2), again(names), currency, currency, -minor);
        }
        return events;
    }

    private void add(List<PspEvent> events, LocalDateTime at, String currency) {
        Names names = names();
        long minor = minor();
        String paidIn = habits.rates() && random.nextInt(10) == 0 ? "EUR" : currency;
        add(events, What.CAPTURE, at, names, paidIn, currency, minor);
        if (random.nextInt(12) == 0) {
            long back = -Math.max(1, minor / (1 + random.nextInt(3)));
            add(events, What.REFUND, at.plusHours(2), again(names), paidIn, currency, back);
        }
        if (random.nextInt(disputedIn) == 0) {
            add(events, What.CHARGEBACK, at.plusHours(3), again(names), paidIn, currency, -minor);
            if (random.nextInt(2) == 0) {
                add(events, What.CHARGEBACK_WON, at.plusHours(4), again(names), paidIn, currency, minor);
            }
        }
    }

    private void add(
            List<PspEvent> events,
            What what,
            LocalDateTime at,
            Names names,
            String paidIn,
            String currency,
            long minor) {
        BigDecimal rate = paidIn.equals(currency) ? BigDecimal.ONE : EURO_IN_POUNDS;
        add(events, what, at, names, new Paid(paidIn, minor, rate), currency);
    }

    /** @param rate by which it is worth so much in the currency of the payout */
    record Paid(String currency, long minor, BigDecimal rate) {}

    /** One event of a payment with what is kept of it, in the currency of the payout. */
    void add(List<PspEvent> events, What what, LocalDateTime at, Names names, Paid paid, String currency) {
        String paidIn = paid.currency();
        long minor = paid.minor();
        BigDecimal rate = paid.rate();
        long worth = worth(minor, rate);
        Fees fees = fees(what, Math.abs(worth));
        if (!habits.apart().contains(what)) {
            events.add(new PspEvent(what, at, names, paidIn, minor, rate, fees, worth - fees.sum()));
            return;
        }
        events.add(new PspEvent(what, at, names, paidIn, minor, rate, Fees.NONE, worth));
        for (Fees fee : fees.each()) {
            events.add(new PspEvent(What.FEE, at, names, currency, 0, BigDecimal.ONE, fee, -fee.sum()));
        }
    }

    static long worth(long minor, BigDecimal rate) {
        return rate.multiply(BigDecimal.valueOf(minor))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private Fees fees(What what, long worth) {
        return switch (what) {
            case CAPTURE ->
                !habits.priceSplit() || random.nextBoolean()
                        ? new Fees(worth / 50, habits.fixedMinor(), 0, 0)
                        : new Fees(0, worth / 160, worth / 700, worth / 400);
            case CHARGEBACK -> new Fees(0, 750, 0, 0);
            case CHARGEBACK_WON -> new Fees(0, random.nextInt(2) == 0 ? -750 : 0, 0, 0);
            case REFUND -> random.nextInt(4) == 0 ? new Fees(0, -worth / 160, 0, 0) : Fees.NONE;
            default -> Fees.NONE;
        };
    }

    private long minor() {
        return 500 + random.nextInt(40_000);
    }

    private Names names() {
        return new Names(reference(), reference(), Integer.toString(orders++));
    }

    private Names again(Names names) {
        return new Names(names.payment(), reference(), names.order());
    }

    /** As Adyen's: sixteen letters and digits, the first of them never a digit. */
    String reference() {
        StringBuilder text = new StringBuilder("N");
        while (text.length() < 16) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString().toUpperCase(Locale.ROOT);
    }
}
