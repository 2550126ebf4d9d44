package centrasage.payments;

import centrasage.flow.OrdersFrom;
import java.time.ZoneId;
import java.util.Set;

/**
 * What the operator decided that concerns payments.
 *
 * @param from the cut-over: payments of earlier orders are known and never posted
 * @param zone in which a day begins and ends
 * @param usualCompany the Sage company of what no mapping gives another
 * @param money the types of Centra's payment entries that are money once they are {@code SUCCESS}: {@code payments.money}
 */
public record PaymentRules(OrdersFrom from, ZoneId zone, String usualCompany, Set<String> money) {
    public PaymentRules {
        money = Set.copyOf(money);
    }
}
