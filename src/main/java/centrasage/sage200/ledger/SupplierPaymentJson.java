package centrasage.sage200.ledger;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A new payment of a supplier account as JSON text for the store. */
public final class SupplierPaymentJson {
    private SupplierPaymentJson() {}

    public static String write(SupplierPayment payment) {
        return Json.createObjectBuilder()
                .add("way", payment.way().name())
                .add("company", payment.company())
                .add("supplier", payment.supplier())
                .add("bank", payment.bank())
                .add("reference", payment.reference())
                .add("secondReference", payment.secondReference())
                .add("date", payment.date().toString())
                .add("amount", payment.value().amount().toString())
                .add("currency", payment.value().currency().getCurrencyCode())
                .add("narrative", payment.narrative())
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static SupplierPayment read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new SupplierPayment(
                    SupplierPayment.Way.valueOf(json.getString("way")),
                    json.getString("company"),
                    json.getString("supplier"),
                    json.getString("bank"),
                    json.getString("reference"),
                    json.getString("secondReference"),
                    LocalDate.parse(json.getString("date")),
                    Money.of(json.getString("amount"), json.getString("currency")),
                    json.getString("narrative"));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | ArithmeticException
                | IllegalArgumentException e) {
            throw new IllegalArgumentException("the stored payment of a supplier cannot be read", e);
        }
    }
}
