package centrasage.sync.ledger;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a customer account that belongs to an order, and what is not allocated of it by what is known here.
 *
 * @param id by which pages go on
 * @param object the order with all that follows from it, such as {@code 33/C10234}
 * @param kind {@code RECEIPT}, {@code PAYMENT}, {@code INVOICE} or {@code CREDIT_NOTE}
 * @param urn Sage's number of it
 * @param value of the whole entry, above zero whatever its kind
 * @param open of it, from the value down to zero
 * @param rate the exchange rate with which Sage holds it, as it states it; null until it was read
 */
public record OpenItem(
        long id,
        String company,
        String object,
        String kind,
        String urn,
        LocalDate date,
        Money value,
        Money open,
        @Nullable BigDecimal rate) {

    /** One of which nothing is allocated. */
    public OpenItem(String company, String object, String kind, String urn, LocalDate date, Money value) {
        this(0, company, object, kind, urn, date, value, value, null);
    }
}
