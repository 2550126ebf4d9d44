package centrasage.simulator.trade;

/** Which amounts Centra writes with a minus; nobody says. */
public record Signs(boolean negativeDiscounts, boolean negativeDiscountTax) {
    public static final Signs POSITIVE = new Signs(false, false);
}
