package centrasage.settlements.statement;

import centrasage.money.Money;
import centrasage.settlements.read.UnreadableFile;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The booked balances and entries of one statement of CAMT.053, by their currency; one without balances of both sides is not proven. */
final class CamtBalances {
    private static final String OPENING = "OPBD";
    private static final String CLOSED_BEFORE = "PRCD";
    private static final String CLOSING = "CLBD";

    /** Others are of money that is not booked, or of the middle of a day. */
    static final Set<String> KINDS = Set.of(OPENING, CLOSED_BEFORE, CLOSING);

    private final Map<Currency, Money> opening = new HashMap<>();
    private final Map<Currency, Money> closedBefore = new HashMap<>();
    private final Map<Currency, Money> closing = new HashMap<>();
    private final Map<Currency, Money> entries = new HashMap<>();

    /** Where a statement has balances of each of its days, the first opens it and the last closes it. */
    void add(String kind, Money balance) {
        switch (kind) {
            case OPENING -> opening.putIfAbsent(balance.currency(), balance);
            case CLOSED_BEFORE -> closedBefore.putIfAbsent(balance.currency(), balance);
            default -> closing.put(balance.currency(), balance);
        }
    }

    void addEntry(Money amount) {
        entries.merge(amount.currency(), amount, Money::plus);
    }

    /** @throws UnreadableFile when the entries do not lead from one balance to the other */
    void prove(String statement) throws UnreadableFile {
        for (Money last : closing.values()) {
            Currency currency = last.currency();
            Money first = opening.containsKey(currency) ? opening.get(currency) : closedBefore.get(currency);
            if (first != null) {
                Money all = entries.getOrDefault(currency, Money.zero(currency));
                Balances.prove(statement, first, first.plus(all), last);
            }
        }
    }
}
