package centrasage.payments;

/** The banks through which gift cards pass, one in each currency: no payment provider settles them, and they come to 0.00 by themselves. */
public final class GiftBank {
    private static final String PREFIX = "GIFT";

    private GiftBank() {}

    /** The code of the one in this currency, such as {@code GIFTGBP}. */
    public static String of(String currency) {
        return PREFIX + currency;
    }

    /** Whether a bank is the one in this currency. */
    public static boolean is(String bank, String currency) {
        return bank.equals(of(currency));
    }
}
