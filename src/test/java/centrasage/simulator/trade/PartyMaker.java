package centrasage.simulator.trade;

/** Who buys, and where it goes. */
final class PartyMaker {
    private static final int LONG = 300;

    private final Dice dice;
    private final int orderNumber;

    PartyMaker(Dice dice, int orderNumber) {
        this.dice = dice;
        this.orderNumber = orderNumber;
    }

    Parties reseller(Reseller reseller) {
        String purchaseOrder = "PO-" + dice.between(10_000, 99_999) + "/" + orderNumber;
        return new Parties(null, reseller.address(), reseller.address(), reseller.account(), purchaseOrder);
    }

    Parties consumer(OrderKind kind, Country country) {
        int customerId = dice.chance(30) ? 1000 + dice.between(0, 199) : 100_000 + orderNumber;
        Address home = Population.resident(country, customerId, dice);
        if (kind == OrderKind.LONG_ADDRESS) {
            home = lengthened(home);
        }
        Address shipping = dice.chance(12) ? Population.elsewhere(home, dice) : home;
        Customer customer = new Customer(customerId, home.email(), home.firstName(), home.lastName());
        return switch (kind) {
            case MISSING_ADDRESS -> Parties.consumer(customer, null, null);
            case MISSING_CUSTOMER -> Parties.consumer(null, home, shipping);
            default -> Parties.consumer(customer, home, shipping);
        };
    }

    /** Centra has no limits of length, nor of alphabet. */
    private static Address lengthened(Address home) {
        return new Address(
                repeated("Gesellschaft für Übergrößen"),
                repeated(home.firstName()),
                repeated(home.lastName()),
                repeated(home.address1()),
                repeated("Οδός Ερμού, 3. Stiege"),
                repeated(home.city()),
                home.stateOrProvince(),
                home.zipCode(),
                home.country(),
                home.email(),
                home.phoneNumber(),
                null);
    }

    private static String repeated(String words) {
        StringBuilder text = new StringBuilder(words);
        while (text.length() < LONG) {
            text.append(' ').append(words);
        }
        return text.substring(0, LONG);
    }
}
