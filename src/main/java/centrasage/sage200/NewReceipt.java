package centrasage.sage200;

import centrasage.money.Money;
import java.time.LocalDate;

/**
 * Money that a payment provider has taken, as a receipt of a customer account into the provider's clearing bank: in codes, as {@link
 * NewSalesOrder} is.
 *
 * @param company the number sent as {@code X-Company}
 * @param customer the customer account's reference; its currency is the receipt's
 * @param bank the code of the clearing bank, 8 characters at most; its currency is the receipt's
 * @param reference of the order, {@code C} and Centra's order number, 20 characters at most
 * @param secondReference unique for the payment, 20 characters at most
 * @param value more than zero
 */
public record NewReceipt(
        String company,
        String customer,
        String bank,
        String reference,
        String secondReference,
        LocalDate date,
        Money value) {}
