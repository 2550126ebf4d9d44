package centrasage.money;

/** Amounts of two currencies were added or compared: always a programmer's error, never a business outcome. */
public final class CurrencyMismatch extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CurrencyMismatch(Money left, Money right) {
        super(left + " and " + right + " are of different currencies");
    }
}
