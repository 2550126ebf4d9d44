package centrasage.console.api.json;

import centrasage.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exact amount: {@code {"amount": "9.99", "currency": "GBP"}}. */
@Schema(name = "Amount", description = "An exact amount in the currency's own decimals")
public record Amount(
        @Schema(example = "9.99") String amount,
        @Schema(example = "GBP") String currency) {
    public static Amount of(Money money) {
        return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
}
