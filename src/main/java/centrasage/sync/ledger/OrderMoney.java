package centrasage.sync.ledger;

import centrasage.money.Money;
import java.util.Currency;

/**
 * What was taken, given back, invoiced and credited of an order until a day, in one currency, by the documents' own days.
 *
 * @param object such as {@code 33/C10234}
 * @param credited of returns and of refunds without one, posted or not yet
 * @param shipped what left of an order whose shipments are invoiced from here, invoiced or not; of any other order nothing
 */
public record OrderMoney(String object, Money captured, Money refunded, Money invoiced, Money credited, Money shipped) {

    /** Of an order of which there was nothing. */
    public static OrderMoney none(String object, Currency currency) {
        Money zero = Money.zero(currency);
        return new OrderMoney(object, zero, zero, zero, zero, zero);
    }

    public OrderMoney withCaptured(Money sum) {
        return new OrderMoney(object, sum, refunded, invoiced, credited, shipped);
    }

    public OrderMoney withRefunded(Money sum) {
        return new OrderMoney(object, captured, sum, invoiced, credited, shipped);
    }

    public OrderMoney withInvoiced(Money sum) {
        return new OrderMoney(object, captured, refunded, sum, credited, shipped);
    }

    OrderMoney withCredited(Money sum) {
        return new OrderMoney(object, captured, refunded, invoiced, sum, shipped);
    }

    OrderMoney withShipped(Money sum) {
        return new OrderMoney(object, captured, refunded, invoiced, credited, sum);
    }

    OrderMoney plus(OrderMoney other) {
        return new OrderMoney(
                object,
                captured.plus(other.captured),
                refunded.plus(other.refunded),
                invoiced.plus(other.invoiced),
                credited.plus(other.credited),
                shipped.plus(other.shipped));
    }
}
