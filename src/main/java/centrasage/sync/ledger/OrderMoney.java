package centrasage.sync.ledger;

import centrasage.money.Money;
import java.util.Currency;

/**
 * What was taken, given back and invoiced of an order until a day, in one currency, by the documents' own days.
 *
 * @param object such as {@code 33/C10234}
 * @param shipped what left of an order whose shipments are invoiced from here, invoiced or not; of any other order nothing
 */
public record OrderMoney(String object, Money captured, Money refunded, Money invoiced, Money shipped) {
    /** Of an order that nothing is invoiced of from here. */
    public OrderMoney(String object, Money captured, Money refunded, Money invoiced) {
        this(object, captured, refunded, invoiced, Money.zero(captured.currency()));
    }

    /** Of an order of which nothing was taken or invoiced. */
    public static OrderMoney none(String object, Currency currency) {
        Money zero = Money.zero(currency);
        return new OrderMoney(object, zero, zero, zero);
    }

    OrderMoney plus(OrderMoney other) {
        return new OrderMoney(
                object,
                captured.plus(other.captured),
                refunded.plus(other.refunded),
                invoiced.plus(other.invoiced),
                shipped.plus(other.shipped));
    }
}
