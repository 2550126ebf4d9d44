package centrasage.sage200;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A new receipt as JSON text for the store, as {@link SalesOrderJson} is one of an order. */
public final class NewReceiptJson {
    private NewReceiptJson() {}

    public static String write(NewReceipt receipt) {
        return Json.createObjectBuilder()
                .add("company", receipt.company())
                .add("customer", receipt.customer())
                .add("bank", receipt.bank())
                .add("reference", receipt.reference())
                .add("secondReference", receipt.secondReference())
                .add("date", receipt.date().toString())
                .add("amount", receipt.value().amount().toString())
                .add("currency", receipt.value().currency().getCurrencyCode())
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static NewReceipt read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new NewReceipt(
                    json.getString("company"),
                    json.getString("customer"),
                    json.getString("bank"),
                    json.getString("reference"),
                    json.getString("secondReference"),
                    LocalDate.parse(json.getString("date")),
                    Money.of(json.getString("amount"), json.getString("currency")));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | NumberFormatException e) {
            throw new IllegalArgumentException("the stored receipt cannot be read", e);
        }
    }
}
